package org.folkmoot.language;

import java.util.Locale;
import java.util.regex.Pattern;

/// What of a post tells in which language its writer speaks: without code, quotes, links and names,
/// signs of what is passed on ("RT @anna:"), pictures by name (":tada:"), laughter, which is alike
/// everywhere, and tags, unless hardly anything is left then.
final class Voice {

    private static final int TOO_LITTLE = 6;

    private static final Pattern PASSED_ON = Pattern.compile("\\b(?:RT|MT|via)\\s+@\\w+:?");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\b(?:[\\w-]{1,60}\\.){1,6}[a-z]{2,6}/\\S*|\\b[\\w-]{1,60}\\.(?:com|org|net|io)\\b");
    private static final Pattern PICTURE =
            Pattern.compile("(?<=\\s|^):[\\w+-]+:|&(?:amp|lt|gt|quot);");
    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern LAUGHTER =
            Pattern.compile("(?<!\\p{L})(?:[ha]{4,}|[хах]{4,}|(?:lol|xd){1,9})(?!\\p{L})");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}+");

    private Voice() {}

    /// @return in lower case
    static String of(String text) {
        var own =
                Prose.bare(text.indexOf('@') < 0 ? text : PASSED_ON.matcher(text).replaceAll(" "));
        if (own.indexOf('.') >= 0) {
            own = ADDRESS.matcher(own).replaceAll(" ");
        }
        if (own.indexOf(':') >= 0 || own.indexOf('&') >= 0) {
            own = PICTURE.matcher(own).replaceAll(" ");
        }
        own = own.toLowerCase(Locale.ROOT);
        var said = own.indexOf('#') < 0 ? own : TAG.matcher(own).replaceAll(" ");
        said = LAUGHTER.matcher(said).replaceAll(" ");
        said = DRAWN_OUT.matcher(said).replaceAll("$1");
        return said.chars().filter(Character::isLetter).count() < TOO_LITTLE ? own : said;
    }
}
