package io.github.raspspring.engine;

record PlainValueView(InputValue input) implements ValueView {

	@Override
	public String text() {
		return this.input.value();
	}

	@Override
	public int encodings() {
		return 0;
	}

	@Override
	public long traits() {
		return ValueDetector.EVERY_VALUE;
	}

}
