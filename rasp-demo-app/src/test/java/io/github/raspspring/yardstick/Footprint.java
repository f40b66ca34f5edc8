package io.github.raspspring.yardstick;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;

import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/**
 * What an application has taken when it answers for the first time.
 *
 * @param start time from the start of its JVM to the first answer
 * @param heap bytes of the heap that are used after a collection
 * @param classes bytes that are used beside the heap: classes and compiled code
 */
record Footprint(Duration start, long heap, long classes) {

	/**
	 * Ask a side that has just started.
	 */
	static Footprint of(Side side, Duration start) throws IOException {
		try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address(side)))) {
			MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(),
					ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
			memory.gc();
			return new Footprint(start, memory.getHeapMemoryUsage().getUsed(),
					memory.getNonHeapMemoryUsage().getUsed());
		}
	}

	private static String address(Side side) throws IOException {
		try {
			VirtualMachine machine = VirtualMachine.attach(String.valueOf(side.process().pid()));
			try {
				return machine.startLocalManagementAgent();
			}
			finally {
				machine.detach();
			}
		}
		catch (AttachNotSupportedException ex) {
			throw new IOException("Memory of " + side.name() + " can't be asked for", ex);
		}
	}

}
