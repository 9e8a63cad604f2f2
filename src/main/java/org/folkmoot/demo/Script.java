package org.folkmoot.demo;

import java.util.List;
import java.util.Map;

/// The lines of one conversation that could be had: `t` titles, `q` first posts, `a` answers, `f`
/// follow-ups with their answers, `g` those that only
/// suit the first answer, `d` last words of the one who asked, `b` bodies, `r` remarks of
/// reviewers. Whatever is picked, answers fit the question.
///
/// @param topic what it is about; a channel's name for chit-chat
/// @param sort bug, howto, idea, chat, announce
/// @param language BCP 47
record Script(
        String id,
        String topic,
        String sort,
        String language,
        Map<Character, List<String>> lines) {

    List<String> of(char part) {
        return lines.getOrDefault(part, List.of());
    }

    boolean english() {
        return language.equals("en");
    }

    /// A line and its answer, written `line => answer`.
    record Exchange(String line, String answer) {

        static Exchange of(String written) {
            int arrow = written.indexOf(" => ");
            return arrow < 0
                    ? new Exchange(written, "")
                    : new Exchange(written.substring(0, arrow), written.substring(arrow + 4));
        }
    }
}
