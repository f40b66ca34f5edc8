package io.github.raspspring.token.use;

import org.jspecify.annotations.Nullable;

/**
 * Extension point: knows where addresses are. A bean of this type switches on the check
 * for impossible travel; the product ships no database. Called on request threads by many
 * at once, so answer from memory.
 */
@FunctionalInterface
public interface GeoResolver {

	/**
	 * Locate an address.
	 * @param address the address of a client in canonical text form
	 * @return where it is, or {@code null} if that is not known
	 */
	@Nullable Position locate(String address);

	/**
	 * A position on the globe.
	 *
	 * @param latitude degrees north, from -90 to 90
	 * @param longitude degrees east, from -180 to 180
	 */
	record Position(double latitude, double longitude) {

		/**
		 * Return the distance to another position along the great circle.
		 * @param other the other position
		 * @return kilometers
		 */
		double kilometersTo(Position other) {
			double phi = Math.toRadians(other.latitude - this.latitude) / 2;
			double lambda = Math.toRadians(other.longitude - this.longitude) / 2;
			double chord = Math.pow(Math.sin(phi), 2) + Math.cos(Math.toRadians(this.latitude))
					* Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(lambda), 2);
			return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, chord)));
		}

	}

}
