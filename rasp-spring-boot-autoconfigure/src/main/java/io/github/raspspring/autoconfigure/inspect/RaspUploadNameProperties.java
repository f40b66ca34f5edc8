package io.github.raspspring.autoconfigure.inspect;

import java.util.List;

import io.github.raspspring.attack.path.UploadNames;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which files may not be uploaded, by their name.
 *
 * @param refused Extensions without a dot, and whole names, of files that may not be
 * uploaded.
 */
@ConfigurationProperties("rasp.detectors.upload-name")
public record RaspUploadNameProperties(@DefaultValue( {
		"jsp", "jspx", "jspf", "jspa", "jsw", "jsv", "jhtml", "tag", "tagx", "war", "php", "php3", "php4", "php5",
		"php7", "php8", "phps", "pht", "phtml", "phar", "asp", "aspx", "asa", "asax", "ascx", "ashx", "asmx", "cer",
		"cfm", "cfc", "cgi", "html", "htm", "xhtml", "xht", "shtml", "shtm", "stm", "hta", "htc", "htaccess",
		"web.config" }) List<String> refused){

	UploadNames names() {
		return new UploadNames(this.refused);
	}

}
