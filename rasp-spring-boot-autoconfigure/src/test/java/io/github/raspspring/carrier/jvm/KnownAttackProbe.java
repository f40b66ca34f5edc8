package io.github.raspspring.carrier.jvm;

import java.sql.DriverManager;

import io.github.raspspring.engine.EnforcementMode;

/**
 * Runs each known attack and its honest twin, and prints what became of it: without any
 * protection for mode {@code OFF}.
 */
final class KnownAttackProbe {

	private KnownAttackProbe() {
	}

	public static void main(String[] args) throws Exception {
		EnforcementMode mode = EnforcementMode.valueOf(args[0]);
		HookProbe probe = new HookProbe(mode, mode != EnforcementMode.OFF, false);
		// Looks for drivers with the class loader of the thread, which the attacks
		// change.
		DriverManager.getDrivers();
		Damage damage = new Damage();
		for (KnownAttack each : KnownAttack.all(damage)) {
			damage.take();
			print(probe, damage, each, "honest", each.honest());
			print(probe, damage, each, "attack", each.attack());
		}
		System.exit(0);
	}

	private static void print(HookProbe probe, Damage damage, KnownAttack each, String situation, String input)
			throws Exception {
		String outcome = probe.during(input,
				new HookCase(each.name(), "", each.attack(), each.honest(), each.use()::of));
		// Not every attack waits for what it starts.
		ProcessHandle.current().children().forEach((child) -> child.onExit().join());
		HookProbe.print(each.name() + "\t" + situation + "\t" + (damage.take() ? "damage" : "none") + " " + outcome);
	}

}
