package io.github.raspspring.reference;

/**
 * A page of the reference that is made from the code.
 */
interface ReferencePage {

	/**
	 * Return where its file is in the project.
	 */
	String file();

	/**
	 * Return what the file says.
	 */
	String text();

}
