package io.github.raspspring.attack.query;

import io.github.raspspring.attack.query.MongoScanner.Evidence;
import io.github.raspspring.text.Ascii;
import io.github.raspspring.text.HashedWords;

/**
 * The operators of document databases, by what they do.
 */
final class MongoOperators {

	private static final HashedWords OPERATORS = HashedWords.of(
			"$set $unset $inc $push $pull $pullall $addtoset $rename $currentdate $setoninsert $min $max $mul $pop $bit",
			"$ne $eq $gt $gte $lt $lte $in $nin $or $and $nor $not $exists $regex $options $expr $jsonschema $mod $all"
					+ " $elemmatch $text $near $nearsphere $geowithin $geointersects $lookup $graphlookup $match $project"
					+ " $group $unionwith $out $merge $facet $size $bitsallset $bitsanyset $bitsallclear $bitsanyclear"
					+ " $samplerate $natural $maxscan $showdiskloc $unwind $setwindowfields $currentop $collstats $indexstats $listsessions $listlocalsessions $plancachestats"
					+ " $listsearchindexes $listclusteroperations $redact $replaceroot $replacewith $addfields"
					+ " $sortbycount $bucketauto $changestream $densify $geonear $shardeddatadistribution"
					+ " $querystats $vectorsearch $uniquedocs $maxdistance $mindistance $regexmatch $regexfind"
					+ " $arrayelemat $mergeobjects $objecttoarray $ifnull $cmp $strlencp",
			"$where $function $accumulator $eval $func", "$type", "$comment");

	/** Names by which types of values are asked for. */
	private static final HashedWords TYPES = HashedWords.of("double string bindata undefined objectid bool"
			+ " date null regex javascript symbol int timestamp long decimal minkey maxkey number");

	private MongoOperators() {
	}

	/**
	 * Return the strongest operator that the steps of a name have.
	 */
	static Evidence strongestIn(String name) {
		Evidence strongest = Evidence.NONE;
		for (int i = 0; i < name.length(); i++) {
			char before = (i > 0) ? name.charAt(i - 1) : '/';
			if (name.charAt(i) == '$' && (before == '/' || before == '[' || before == '.' || before == '"')) {
				Evidence found = of(name, i, nameEnd(name, i + 1));
				strongest = (found.compareTo(strongest) > 0) ? found : strongest;
			}
		}
		return strongest;
	}

	static Evidence of(String text, int start, int end) {
		long hash = HashedWords.SEED;
		for (int i = start; i < end; i++) {
			hash = HashedWords.extend(hash, text.charAt(i));
		}
		return switch (OPERATORS.groupOf(hash)) {
			case 1 -> Evidence.UPDATE_OPERATOR;
			case 2 -> Evidence.QUERY_OPERATOR;
			case 3 -> Evidence.SCRIPT_OPERATOR;
			case 5 -> isBare(text, start, end) ? Evidence.QUERY_OPERATOR : Evidence.NONE;
			case 4 -> isCode(text, end) ? Evidence.QUERY_OPERATOR : Evidence.NONE;
			default -> Evidence.NONE;
		};
	}

	/**
	 * Tell whether a member without quotes goes on behind others, as what breaks out of a
	 * query does. In quotes it is one of JSON Schema.
	 */
	private static boolean isBare(String text, int start, int end) {
		return start > 0 && text.charAt(start - 1) <= ' ' && end < text.length() && text.charAt(end) == ':';
	}

	/**
	 * Tell whether a type is asked for by its number, by its name in the only member of
	 * an object, or a parameter ends behind the operator: elsewhere a member of that name
	 * says what class an object has.
	 */
	private static boolean isCode(String text, int end) {
		int i = end;
		if (i < text.length() && text.charAt(i) == ']') {
			return true;
		}
		while (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'' || text.charAt(i) <= ' ')) {
			i++;
		}
		if (i == text.length() || text.charAt(i++) != ':') {
			return false;
		}
		while (i < text.length() && text.charAt(i) <= ' ') {
			i++;
		}
		int code = (i < text.length() && text.charAt(i) == '[') ? i + 1 : i;
		return code < text.length() && (text.charAt(code) >= '0' && text.charAt(code) <= '9' || isOnlyType(text, i));
	}

	private static boolean isOnlyType(String text, int start) {
		int i = (text.charAt(start) == '[') ? start + 1 : start;
		if (i + 1 >= text.length() || text.charAt(i) != '"') {
			return false;
		}
		int end = nameEnd(text, i + 1);
		boolean closed = end + 1 < text.length() && text.charAt(end) == '"'
				&& (text.charAt(end + 1) == '}' || i > start && text.charAt(end + 1) == ',');
		return closed && TYPES.groupOf(text, i + 1, end) != 0;
	}

	static int nameEnd(String text, int start) {
		int i = start;
		while (i < text.length() && Ascii.isLetter(text.charAt(i))) {
			i++;
		}
		return i;
	}

}
