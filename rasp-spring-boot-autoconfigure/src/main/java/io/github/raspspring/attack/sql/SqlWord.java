package io.github.raspspring.attack.sql;

import io.github.raspspring.text.Ascii;

import org.jspecify.annotations.Nullable;

/**
 * What the words of SQL mean, as far as it matters to tell structure from prose. Words
 * that play the same part share a constant.
 */
enum SqlWord {

	/** Any name that is no key word. */
	NAME(""),

	/** Starts a query. */
	SELECT("select"),

	/** Joins queries. */
	SET_OPERATION("union intersect except minus"),

	/** Follows {@link #SELECT} or a set operation. */
	QUANTIFIER("all distinct distinctrow top"),

	/** Names the source of a query. */
	FROM("from"),

	/** Starts a condition. */
	WHERE("where"),

	/** Starts a condition on groups. */
	HAVING("having"),

	/** Starts a grouping or an order. */
	ORDER_OR_GROUP("order group"),

	/** Follows {@link #ORDER_OR_GROUP}. */
	BY("by"),

	/** Bounds a result. */
	LIMIT("limit offset fetch"),

	/** Names a target. */
	INTO("into"),

	/** Introduces an alias. */
	AS("as"),

	/** Other words between the parts of a query. */
	CLAUSE("on join inner outer cross natural using collate returning window partition over for asc desc"),

	/** Joins conditions. */
	LOGIC("and or xor"),

	/** Negates. */
	NOT("not"),

	/** Compares, and is no common word of code. */
	LIKE("like rlike regexp ilike glob sounds similar between"),

	/** Compares, and is a common word of code. */
	IN_OR_IS("in is match against contains"),

	/** Calculates. */
	ARITHMETIC("div mod"),

	/** A truth value or null. */
	CONSTANT("null true false unknown"),

	/** Starts a conditional expression. */
	CASE("case"),

	/** Continues a conditional expression. */
	WHEN("when"),

	/** Continues a conditional expression. */
	THEN("then else end"),

	/** A condition in statement or function form. */
	IF("if iif"),

	/** Changes how an operand is taken. */
	OPERAND_PREFIX("binary interval escape any some exists cast convert row array"),

	/** Starts an insertion. */
	INSERT("insert replace merge upsert"),

	/** Starts a change. */
	UPDATE("update"),

	/** Starts a deletion. */
	DELETE("delete"),

	/** Changes objects of the database. */
	DEFINE("drop create alter truncate rename comment"),

	/** An object of the database. */
	OBJECT("table tables database databases schema view index column trigger function user login role procedure proc "
			+ "sequence temporary constraint extension type server unique"),

	/** Runs a procedure. */
	EXECUTE("exec execute call"),

	/** Declares a variable. */
	DECLARE("declare"),

	/** Assigns. */
	SET("set"),

	/** Ends the server. */
	SHUTDOWN("shutdown"),

	/** Waits. */
	WAITFOR("waitfor"),

	/** Follows {@link #WAITFOR}. */
	DELAY("delay time"),

	/** Starts one of the less common statements. */
	STATEMENT(
			"grant revoke begin show use prepare handler copy load attach vacuum describe explain kill backup restore "
					+ "dbcc commit rollback with do pragma lock open fetch print raiserror bulk go flush reset start deallocate "
					+ "runscript script"),

	/** Introduces rows. */
	VALUES("values value"),

	/** Names a file as target. */
	FILE_TARGET("outfile dumpfile infile"),

	/** MySQL's procedure that reveals structure. */
	ANALYSE("analyse analyze"),

	/** A function that is found in SQL only. */
	FUNCTION("ascii substr substring concat concat_ws group_concat chr char nchar hex unhex ord elt make_set "
			+ "ifnull nullif coalesce isnull nvl nvl2 bin bit_length char_length character_length octet_length "
			+ "length_b md5 sha1 sha2 aes_decrypt aes_encrypt des_decrypt des_encrypt find_in_set strcmp "
			+ "greatest least lpad rpad ltrim rtrim version database user_id current_user session_user "
			+ "system_user user_name db_name db_id object_id object_name col_name schema_name suser_name "
			+ "suser_sname host_name is_srvrolemember is_member rawtohex hextoraw to_char to_number to_date "
			+ "to_timestamp rownum string_agg array_agg array_to_string listagg xmlagg wm_concat json_extract "
			+ "json_depth json_keys json_length json_array json_object json_value quote_literal quote_ident "
			+ "current_database current_schema current_setting inet_server_addr pg_read_file pg_ls_dir "
			+ "current_query last_insert_id row_count found_rows connection_id unicode patindex charindex "
			+ "stuff newid checksum sqlite_version typeof zeroblob total_changes instr mid regexp_like "
			+ "regexp_substr convert_from encode_sql curdate sysdate getdate date_format bit_and bit_or " + "bit_xor"),

	/** A function that is found in SQL and in program code. */
	COMMON_FUNCTION("lower upper length len left right reverse repeat round now exp power sign extract count sum avg "
			+ "min max floor rand position locate decode conv"),

	/** A function that does harm or tells by its time or its error whether it ran. */
	HARMFUL_FUNCTION("sleep benchmark pg_sleep pg_sleep_for pg_sleep_until load_file extractvalue updatexml xmltype "
			+ "dbms_pipe dbms_lock dbms_ldap dbms_xmlgen dbms_utility dbms_java dbms_scheduler dbms_xslprocessor utl_http "
			+ "utl_inaddr utl_file utl_smtp utl_tcp ctxsys httpuritype xp_cmdshell xp_dirtree xp_regread xp_regwrite "
			+ "xp_fileexist xp_subdirs xp_servicecontrol sp_executesql sp_oacreate sp_oamethod sp_password sp_makewebtask "
			+ "sp_configure openrowset opendatasource openquery fn_xe_file_target_read_file fn_get_audit_file fn_trace_gettable "
			+ "lo_import lo_export lo_from_bytea dblink dblink_connect query_to_xml database_to_xml table_to_xml "
			+ "pg_stat_file pg_read_binary_file load_extension randomblob generate_series regexp_substring crypt_key "
			+ "gtid_subset gtid_subtract name_const geometrycollection "
			+ "sys_eval sys_exec sys_get fts3_tokenizer csvwrite "
			+ "csvread file_read file_write link_schema ordsys st_latfromgeohash st_longfromgeohash "
			+ "st_pointfromgeohash uuid_to_bin bin_to_uuid xmlquery getmappingxpath drithsx"),

	/** A part of the catalog of a database. */
	CATALOG("information_schema pg_catalog pg_class pg_user pg_shadow pg_tables pg_database pg_roles pg_stat_activity "
			+ "sysobjects syscolumns sysusers sysdatabases sysxlogins syslogins sysprocesses systables sqlite_master "
			+ "sqlite_schema sqlite_temp_master all_tables user_tables dba_tables all_tab_columns user_tab_columns "
			+ "all_users dba_users all_objects user_objects v$version v$instance v$session v$database innodb_table_stats "
			+ "msysobjects sysibm syscat sysmaster column_name table_name table_schema "
			+ "rdb$database rdb$relations rdb$fields rdb$types rdb$functions rdb$collations dba_role_privs "
			+ "session_privs user_role_privs");

	private final String spellings;

	SqlWord(String spellings) {
		this.spellings = spellings;
	}

	/**
	 * Return what a word means.
	 * @param text the text
	 * @param start index of the first character of the word
	 * @param end index behind its last character
	 * @return the meaning, {@link #NAME} if it has no special one
	 */
	static SqlWord of(String text, int start, int end) {
		return (end > start) ? Holder.find(text, start, end) : NAME;
	}

	/**
	 * Tell whether a word may be one that evidence begins with, by few of its letters.
	 * Says yes to some others as well.
	 * @param text the text
	 * @param start index of the first character of the word
	 * @param end index behind its last character
	 * @return whether to look up what it means
	 */
	static boolean mayBegin(String text, int start, int end) {
		return Holder.BEGINNINGS[slot(text, start, end)];
	}

	String[] spellings() {
		return this.spellings.split(" ");
	}

	private boolean begins() {
		return switch (this) {
			case NAME, QUANTIFIER, BY, NOT, IN_OR_IS, ARITHMETIC, CONSTANT, WHEN, THEN, OPERAND_PREFIX, DELAY, VALUES,
					FILE_TARGET, ANALYSE, FUNCTION, COMMON_FUNCTION, CATALOG ->
				false;
			default -> true;
		};
	}

	private static int slot(String text, int start, int end) {
		int second = Math.min(start + 1, end - 1);
		int hash = (text.charAt(start) | 0x20) * 0x9E3779B1 + (text.charAt(second) | 0x20) * 0x85EBCA77
				+ (text.charAt(end - 1) | 0x20) * 0xC2B2AE3D + (end - start) * 0x27D4EB2F;
		return hash >>> (Integer.SIZE - Holder.BITS);
	}

	/**
	 * Postpones the tables until all constants exist. Words are found by a few of their
	 * letters, so that most names are told apart without a look at the rest of them.
	 */
	private static final class Holder {

		static final int BITS = 12;

		static final boolean[] BEGINNINGS = new boolean[1 << BITS];

		private static final @Nullable Spelling[] SPELLINGS = spellings();

		static SqlWord find(String text, int start, int end) {
			Spelling spelling = SPELLINGS[slot(text, start, end)];
			while (spelling != null && !spelling.matches(text, start, end)) {
				spelling = spelling.next();
			}
			return (spelling != null) ? spelling.word() : NAME;
		}

		/**
		 * The last meaning comes first, so that the first one of a word is found first.
		 */
		private static @Nullable Spelling[] spellings() {
			@Nullable Spelling[] spellings = new @Nullable Spelling[1 << BITS];
			SqlWord[] words = values();
			for (int i = words.length - 1; i >= 0; i--) {
				SqlWord word = words[i];
				for (String text : word.spellings()) {
					if (!text.isEmpty()) {
						int slot = slot(text, 0, text.length());
						spellings[slot] = new Spelling(text, word, spellings[slot]);
						BEGINNINGS[slot] |= word.begins();
					}
				}
			}
			return spellings;
		}

	}

	/**
	 * A word, and the next one with the same letters where it matters.
	 */
	private record Spelling(String text, SqlWord word, @Nullable Spelling next) {

		boolean matches(String other, int start, int end) {
			if (this.text.length() != end - start) {
				return false;
			}
			for (int i = 0; i < this.text.length(); i++) {
				if (this.text.charAt(i) != Ascii.fold(other.charAt(start + i))) {
					return false;
				}
			}
			return true;
		}

	}

}
