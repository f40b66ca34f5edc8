package io.github.raspspring.carrier.jvm.agent;

import com.sun.tools.attach.VirtualMachine;

/**
 * Runs in a process of its own and asks another JVM to load the agent.
 */
public final class AttachMain {

	private AttachMain() {
	}

	/**
	 * Attach the agent.
	 * @param arguments the number of the process, and the jar of the agent
	 * @throws Exception if the JVM refuses
	 */
	public static void main(String[] arguments) throws Exception {
		try {
			VirtualMachine machine = VirtualMachine.attach(arguments[0]);
			machine.loadAgent(arguments[1], "self-attach");
			machine.detach();
		}
		catch (Exception | LinkageError ex) {
			System.out.println(ex);
			System.exit(1);
		}
	}

}
