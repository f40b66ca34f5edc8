package io.github.raspspring.token.use;

import io.github.raspspring.token.Place;
import io.github.raspspring.token.use.Places.Turns;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTests {

	private static final Place OWNER = new Place(1, 1);

	private static final Place THIEF = new Place(2, 2);

	private final Places places = new Places(0, OWNER, 100);

	@Test
	void earlierPlaceHasTheBetterClaim() {
		this.places.learn(THIEF, 110);
		assertThat(turns(OWNER, 120)).isEqualTo(Turns.WITH_LATER);
		this.places.learn(OWNER, 120);
		assertThat(turns(THIEF, 130)).isEqualTo(Turns.WITH_EARLIER);
		assertThat(turns(OWNER, 130)).isEqualTo(Turns.NONE);
	}

	@Test
	void placesWithSomethingInCommonTakeNoTurns() {
		this.places.learn(new Place(1, 2), 110);
		this.places.learn(new Place(2, 1), 115);
		assertThat(turns(OWNER, 120)).isEqualTo(Turns.NONE);
	}

	@Test
	void turnsAreForgottenAfterTheWindow() {
		this.places.learn(THIEF, 110);
		assertThat(turns(OWNER, 160)).isEqualTo(Turns.WITH_LATER);
		assertThat(turns(OWNER, 161)).isEqualTo(Turns.NONE);
	}

	@Test
	void oneWhoCameBetweenHidesNobody() {
		this.places.learn(THIEF, 110);
		this.places.learn(new Place(1, 3), 115);
		assertThat(turns(OWNER, 120)).isEqualTo(Turns.WITH_LATER);
	}

	@Test
	void firstPlaceIsKnownAfterManyOthersAndTheLeastRecentIsNot() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.places.learn(new Place(100 + i, 100 + i), 200 + i)).isTrue();
		}
		assertThat(this.places.learn(OWNER, 300)).isFalse();
		assertThat(this.places.learn(new Place(113, 113), 300)).isFalse();
		assertThat(this.places.learn(new Place(112, 112), 300)).isTrue();
		assertThat(this.places.learn(new Place(113, 113), 301)).isFalse();
		assertThat(this.places.learn(new Place(114, 114), 301)).isTrue();
	}

	@Test
	void networksAreCountedOnceAndForAWhile() {
		this.places.learn(new Place(1, 5), 110);
		this.places.learn(new Place(2, 5), 120);
		assertThat(networks(new Place(3, 5), 130)).isEqualTo(3);
		assertThat(networks(new Place(2, 9), 130)).isEqualTo(2);
		assertThat(networks(new Place(3, 5), 415)).isEqualTo(2);
	}

	private Turns turns(Place place, int now) {
		return this.places.compare(place, now, 60, 300).turns();
	}

	private int networks(Place place, int now) {
		return this.places.compare(place, now, 60, 300).networks();
	}

}
