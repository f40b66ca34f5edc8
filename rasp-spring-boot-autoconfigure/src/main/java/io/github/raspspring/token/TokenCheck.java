package io.github.raspspring.token;

import java.util.Locale;

import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Rule;

/**
 * Everything that is asked of tokens and of how they are used. The name of a constant, in
 * lower case and with hyphens, is the id by which the check is configured and reported.
 */
public enum TokenCheck {

	/** The token is longer than the cap. */
	TOO_LONG("CWE-400", Confidence.CERTAIN, "The token is longer than allowed.",
			"Let the issuer leave out claims, or raise rasp.token.maximum-length."),

	/** A JWT has other than three segments. */
	SEGMENTS("CWE-347", Confidence.CERTAIN, "The token has not the three segments of a signed JWT.",
			"Nothing: honest clients send what the issuer gave them."),

	/** A segment is not canonical base64url. */
	ENCODING("CWE-347", Confidence.CERTAIN,
			"A segment is not canonical base64url, so one token has several spellings that deny lists don't know.",
			"Nothing: honest clients send what the issuer gave them."),

	/** The header is no JSON object. */
	HEADER_UNREADABLE("CWE-347", Confidence.CERTAIN, "The header of the token is no JSON object of proper size.",
			"Nothing: honest clients send what the issuer gave them."),

	/** The algorithm is not allowed, here or for this issuer. */
	ALGORITHM("CWE-327", Confidence.CERTAIN, "The token names a signature algorithm that is not allowed.",
			"If it is meant, add it to rasp.token.algorithms or to those of the issuer."),

	/** The key id has an odd shape. */
	KEY_ID("CWE-20", Confidence.CERTAIN, "The key id has characters that key stores could take for a path or query.",
			"Let the issuer name its keys with letters, digits and - . _ ~ : / only."),

	/** The header brings or points to the key that verifies it. */
	HEADER_DENIED("CWE-345", Confidence.CERTAIN,
			"The header brings a key, points to one or compresses the token, all of which the sender chooses.",
			"If the issuer does so in earnest, take the name out of rasp.token.denied-headers."),

	/** The header demands extensions. */
	CRITICAL_HEADER("CWE-345", Confidence.CERTAIN, "The header demands an extension that nobody here understands.",
			"Let the issuer do without crit."),

	/** The token wraps another. */
	NESTED("CWE-345", Confidence.CERTAIN, "The token wraps another token, which would escape the checks.",
			"Let the issuer sign plain claims."),

	/** More than one token came. */
	SEVERAL_TOKENS("CWE-436", Confidence.CERTAIN,
			"The request brings several tokens, of which proxy and application may pick different ones.",
			"Send one Authorization header and no access_token beside it."),

	/** A token stands in the query. */
	TOKEN_IN_QUERY("CWE-598", Confidence.WEAK, "An access token stands in the query, and thus in logs and histories.",
			"Send it in the Authorization header."),

	/** A token stands in a form. */
	TOKEN_IN_FORM("CWE-522", Confidence.WEAK, "An access token stands in a form field.",
			"Send it in the Authorization header."),

	/** A token stands in a cookie. */
	TOKEN_IN_COOKIE("CWE-522", Confidence.WEAK,
			"An access token stands in a cookie, which browsers send by themselves.",
			"Send it in the Authorization header, or keep a session on the server."),

	/** A client sent too many tokens that were refused. */
	TOO_MANY_REFUSALS("CWE-770", Confidence.STRONG,
			"The client sent so many tokens with a bad signature that further ones are not verified.",
			"Nothing; raise rasp.token.refusals-per-minute if many honest clients share an address."),

	/** Spring Security refused the token. */
	REFUSED("CWE-347", Confidence.STRONG,
			"Spring Security refused the bearer token: its signature, form or time is wrong.",
			"Nothing, unless honest clients meet it: then look at their clocks, keys and issuer."),

	/** The token never expires. */
	EXPIRY_MISSING("CWE-613", Confidence.CERTAIN,
			"The token has no expiry and could be used forever once it has leaked.",
			"Let the issuer set exp, minutes or hours after iat."),

	/** The token has expired. */
	EXPIRED("CWE-672", Confidence.CERTAIN, "The token has expired.", "Let the client get a new one in time."),

	/** The token lives too long. */
	LIFETIME_TOO_LONG("CWE-613", Confidence.CERTAIN,
			"The token lives longer than allowed, which gives a thief as long to use it.",
			"Let the issuer shorten the lifetime, or raise rasp.token.maximum-lifetime."),

	/** The token was issued too long ago. */
	TOO_OLD("CWE-613", Confidence.CERTAIN, "The token was issued longer ago than allowed.",
			"Let the client get a new one, or raise rasp.token.maximum-age."),

	/** The token was issued in the future. */
	ISSUED_IN_FUTURE("CWE-345", Confidence.CERTAIN, "The token says it was issued in the future.",
			"Set the clocks right, or raise rasp.token.clock-skew."),

	/** The token is not valid yet. */
	NOT_YET_VALID("CWE-345", Confidence.CERTAIN, "The token is not valid yet.",
			"Set the clocks right, or raise rasp.token.clock-skew."),

	/** The issuer is not ours. */
	ISSUER_MISMATCH("CWE-345", Confidence.CERTAIN, "The token is of an issuer that is not listed.",
			"If it is meant, add it to rasp.token.issuers."),

	/** The token is meant for another. */
	AUDIENCE_MISMATCH("CWE-345", Confidence.CERTAIN, "The token was issued for another application.",
			"Ask the issuer for a token with this application's audience; see rasp.token.audiences."),

	/** The type is not accepted. */
	TYPE_NOT_ACCEPTED("CWE-345", Confidence.CERTAIN,
			"The token is of a kind that was not made for calling this application.",
			"Send an access token; if this kind is meant, add it to rasp.token.accepted-types."),

	/** The token is an ID token. */
	ID_TOKEN("CWE-345", Confidence.CERTAIN, "The token tells a client who logged in and was not made for calling APIs.",
			"Send the access token."),

	/** A required claim is missing. */
	CLAIM_MISSING("CWE-345", Confidence.CERTAIN, "The token lacks a claim that is required.",
			"Let the issuer add the claim; see rasp.token.required-claims."),

	/** A denied claim is there. */
	CLAIM_DENIED("CWE-345", Confidence.CERTAIN, "The token has a claim that is denied.",
			"Send a token without it; see rasp.token.denied-claims."),

	/** A claim has a wrong type or value. */
	CLAIM_VALUE("CWE-345", Confidence.CERTAIN, "A claim has not the type or value that is asked for.",
			"Let the issuer set it right; see rasp.token.claims."),

	/** The scope is missing. */
	SCOPE_MISSING("CWE-862", Confidence.CERTAIN, "The token lacks a scope that the route asks for.",
			"Ask the issuer for a token with that scope."),

	/** The login was too weak. */
	AUTHENTICATION_TOO_WEAK("CWE-308", Confidence.CERTAIN,
			"The user logged in with less than the route asks for, as acr or amr tell.",
			"Let the client log the user in again with the acr_values of the answer."),

	/** The login is too long ago. */
	AUTHENTICATION_TOO_OLD("CWE-613", Confidence.CERTAIN, "The user logged in longer ago than the route allows.",
			"Let the client log the user in again with the max_age of the answer."),

	/** The tenant is another. */
	TENANT_MISMATCH("CWE-639", Confidence.CERTAIN, "The token is of another tenant than the one that is asked for.",
			"Nothing: an honest client asks for its own tenant only."),

	/** The token is not bound to its sender. */
	BINDING_MISSING("CWE-294", Confidence.CERTAIN,
			"The token is not bound to its sender in the way the route asks for, so a thief could use it.",
			"Ask for tokens that are bound by mTLS or DPoP, and send the proof."),

	/** A DPoP proof came again. */
	PROOF_REPLAYED("CWE-294", Confidence.CERTAIN, "A DPoP proof came a second time.",
			"Make a new proof for each request."),

	/** A single-use token came again. */
	TOKEN_REPLAYED("CWE-294", Confidence.CERTAIN, "A token that is good for one use came a second time.",
			"Get a new token for each use of this route."),

	/** The token is revoked. */
	REVOKED("CWE-613", Confidence.CERTAIN, "The token is revoked: it, its subject, session, client or key.",
			"Let the client log in again."),

	/** Known token from a new network. */
	NEW_NETWORK("CWE-294", Confidence.WEAK, 1, "The token comes from another network than before.",
			"Nothing: people move."),

	/** Known token from a new agent. */
	NEW_AGENT("CWE-294", Confidence.WEAK, 2, "The token comes from another user agent than before.",
			"Nothing, if the client was updated a moment ago."),

	/** Known token from a new network and a new agent at once. */
	NEW_NETWORK_AND_AGENT("CWE-294", Confidence.STRONG,
			"The token comes from another network and another user agent at once, as a stolen one does.",
			"Revoke the token, and find out where it leaked; bind tokens to their sender."),

	/** One token on many networks. */
	FAN_OUT("CWE-294", Confidence.STRONG, "The token is used on many networks within a short time.",
			"Revoke the token; raise rasp.token.behavior.networks if it belongs to a fleet."),

	/** One token in two places at once. */
	CONCURRENT_USE("CWE-294", Confidence.STRONG,
			"The token is used by turns from two networks with two user agents, so two have it.",
			"Revoke the token, and find out where it leaked."),

	/** The claims of a jti changed. */
	CLAIMS_CHANGED("CWE-345", Confidence.CERTAIN, "Two tokens have the same jti and different claims.",
			"Let the issuer give each token a jti of its own; look for a leaked signing key."),

	/** Known subject in a place that is new for it. */
	SUBJECT_NEW_PLACE("CWE-294", Confidence.WEAK, 1,
			"The subject comes from a network and a user agent that were not seen with it.",
			"Nothing: people get new devices."),

	/** The subject moved faster than anybody can. */
	IMPOSSIBLE_TRAVEL("CWE-294", Confidence.STRONG, "The subject moved faster than anybody can travel.",
			"Ask the user; revoke the subject's tokens if it was somebody else.");

	private final Confidence confidence;

	private final int score;

	private final Rule rule;

	TokenCheck(String cwe, Confidence confidence, String explanation, String remedy) {
		this(cwe, confidence, confidence.score(), explanation, remedy);
	}

	TokenCheck(String cwe, Confidence confidence, int score, String explanation, String remedy) {
		this.confidence = confidence;
		this.score = score;
		this.rule = new Rule(name().toLowerCase(Locale.ROOT).replace('_', '-'), cwe, explanation, remedy);
	}

	/**
	 * Return what a broken check is reported as.
	 * @return the rule, whose id names the check
	 */
	public Rule rule() {
		return this.rule;
	}

	/**
	 * Return how sure it is that nothing honest breaks the check.
	 * @return the confidence; a weak check never refuses anything alone
	 */
	public Confidence confidence() {
		return this.confidence;
	}

	/**
	 * Return whether the check watches how tokens are used rather than what they say.
	 * @return {@code true} for checks that follow {@code rasp.token.behavior.mode}
	 */
	public boolean isBehavior() {
		return compareTo(NEW_NETWORK) >= 0;
	}

	int score() {
		return this.score;
	}

}
