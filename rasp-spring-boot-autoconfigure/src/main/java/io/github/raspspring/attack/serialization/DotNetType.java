package io.github.raspspring.attack.serialization;

import io.github.raspspring.text.Ascii;

/**
 * Recognizes names of types of .NET, with their assembly, that run code or read streams
 * when they are created, alone or as the {@code $type} of an object. Types that hold data
 * only are what clients of such platforms send. Stateless.
 */
final class DotNetType {

	private static final String[] TYPES = { "System.Windows.Data.ObjectDataProvider", "System.Windows.Markup.Xaml",
			"System.Windows.ResourceDictionary", "System.Windows.Forms.AxHost", "System.Windows.Forms.BindingSource",
			"System.Security.Principal.Windows", "System.Security.Claims.Claims", "System.Configuration.Install.",
			"System.Configuration.SettingsPropertyValue", "System.Diagnostics.Process", "System.Activities.",
			"System.Management.Automation.", "System.IdentityModel.Tokens.Session", "System.Data.Services.Internal.",
			"System.Web.Security.RolePrincipal", "System.Resources.Res", "System.CodeDom.Compiler.",
			"System.Drawing.Design.Toolbox", "System.Runtime.Remoting.", "System.Workflow.ComponentModel.",
			"Microsoft.VisualStudio.Text.", "Microsoft.PowerShell." };

	private static final String[] ASSEMBLIES = { "mscorlib", "System", "Presentation", "Windows", "Microsoft." };

	private static final String MEMBER = "$type";

	private static final int LONGEST = 256;

	private DotNetType() {
	}

	/**
	 * Tell whether a text is the name of such a type.
	 */
	static boolean isName(String text) {
		return text.length() <= LONGEST && isNamed(text, 0, text.length());
	}

	/**
	 * Tell whether a member of a text chooses such a type.
	 */
	static boolean isChosen(String text) {
		for (int i = text.indexOf(MEMBER); i >= 0; i = text.indexOf(MEMBER, i + 1)) {
			int quote = i + MEMBER.length();
			int colon = Ascii.skipSpace(text, quote + 1);
			int value = Ascii.skipSpace(text, colon + 1);
			char sign = Ascii.at(text, quote);
			boolean quoted = (sign == '"' || sign == '\'') && Ascii.at(text, value) == sign;
			if (quoted && Ascii.at(text, colon) == ':' && isNamed(text, value + 1, text.indexOf(sign, value + 1))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether the name of a type, a comma and an assembly stand there.
	 */
	private static boolean isNamed(String text, int start, int end) {
		char first = Ascii.at(text, start);
		if (first != 'S' && first != 'M' || end < 0 || !begins(text, start, TYPES)) {
			return false;
		}
		int comma = start;
		while (comma < end && (Ascii.isWord(text.charAt(comma)) || ".+`".indexOf(text.charAt(comma)) >= 0)) {
			comma++;
		}
		if (text.startsWith("[[", comma)) {
			comma = text.indexOf("]]", comma) + 2;
		}
		return Ascii.at(text, comma) == ',' && begins(text, Ascii.skipSpace(text, comma + 1), ASSEMBLIES);
	}

	private static boolean begins(String text, int start, String[] beginnings) {
		for (String beginning : beginnings) {
			if (text.startsWith(beginning, start)) {
				return true;
			}
		}
		return false;
	}

}
