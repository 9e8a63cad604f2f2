package org.folkmoot.connectors.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;

/// What other tools and people call our kinds of activity, the more exact words first.
public final class KindWords {

    private record Rule(Pattern words, Kind kind) {}

    private static final List<Rule> RULES = new ArrayList<>();

    static {
        rule("accepted.?answer|solution|akzeptierte", Kind.ACCEPTED_ANSWER);
        rule("(pull.?requests?|\\bpr\\b|merge.?requests?).*(review|approv)|review", Kind.REVIEW);
        rule(
                "(pull.?requests?|\\bprs?\\b|merge.?requests?|issues?).*(comment)|comment|kommentar|commentaire|coment",
                Kind.COMMENT);
        rule(
                "(pull.?requests?|\\bprs?\\b|merge.?requests?|issues?).*(merged|closed|labeled|assigned)|\\b(merged|closed)\\b",
                Kind.SYSTEM_NOTE);
        rule("pull.?request|\\bprs?\\b|merge.?request", Kind.PULL_REQUEST);
        rule("issue|bug.?report", Kind.ISSUE);
        rule("commit", Kind.COMMIT);
        rule("repl(y|ie)|thread.?replied|respond|reponse|respuesta|resposta", Kind.REPLY);
        rule("answer|antwort", Kind.REPLY);
        rule("question|asked|frage|pregunta|pergunta", Kind.QUESTION);
        rule("react|\\blikes?\\b|liked|emoji|upvote|favou?rite|kudos", Kind.REACTION);
        rule("\\bvotes?\\b|voted", Kind.VOTE);
        rule("retweet|reshare|\\bshare|repost|\\bfork", Kind.SHARE);
        rule("\\bstar|follow|subscrib|watch", Kind.FOLLOW);
        rule("speak|spoke|\\btalk|vortrag|presentation|keynote|charla|palestra", Kind.TALK);
        rule("organi[sz]e|\\bhost(ed)?\\b", Kind.EVENT_ORGANISED);
        rule("attend|check.?in|checked.?in|teilnahme|asist|particip", Kind.ATTENDANCE);
        rule("rsvp|regist|ticket|anmeldung|inscri", Kind.REGISTRATION);
        rule("newsletter|email.?open", Kind.NEWSLETTER_READ);
        rule("page.?view|visit|seitenaufruf", Kind.PAGE_VIEW);
        rule("donat|sponsor|spende|\\bdon\\b|doa", Kind.DONATION);
        rule("translat|ubersetz|übersetz|tradu", Kind.TRANSLATION);
        rule("mentor", Kind.MENTORING);
        rule("volunteer|ehrenamt|benevol|voluntari", Kind.VOLUNTEER_SHIFT);
        rule("moderat", Kind.MODERATION_HELP);
        rule("release", Kind.RELEASE);
        rule("badge|abzeichen", Kind.BADGE);
        rule("survey|\\bnps\\b|umfrage|enquete|encuesta|pesquisa", Kind.SURVEY_RESPONSE);
        rule("idea|feature.?request|suggest|idee|sugerencia|sugest", Kind.IDEA);
        rule("booking|buchung|reserv", Kind.BOOKING);
        rule("wiki", Kind.WIKI_EDIT);
        rule("article|blog|artikel|artigo|articulo|story", Kind.ARTICLE);
        rule("\\bban(ned)?\\b|suspend", Kind.BAN);
        rule("left|leave|unsubscrib|churn|ausgetreten", Kind.LEAVE);
        rule("join|sign.?up|signed.?up|member.?added|welcome|beitritt|beigetreten", Kind.JOIN);
        rule(
                "tweet|mention|message|sent|post|discussion|topic|thread|content|nachricht|beitrag|mensaje|mensagem",
                Kind.MESSAGE);
    }

    private KindWords() {}

    private static void rule(String words, Kind kind) {
        RULES.add(new Rule(Pattern.compile(words), kind));
    }

    /// Our kind for a word of theirs: `issues:opened`, "Pull request merged", `Kommentar`.
    public static Optional<Kind> of(String theirs) {
        var word = theirs.strip().toLowerCase(Locale.ROOT);
        var key = word.replaceAll("[^\\p{L}\\p{N}]+", "_");
        for (var kind : Kind.values()) {
            if (kind.key().equals(key)) {
                return Optional.of(kind);
            }
        }
        var spaced = key.replace('_', ' ').strip();
        return RULES.stream()
                .filter(rule -> !spaced.isEmpty() && rule.words().matcher(spaced).find())
                .map(Rule::kind)
                .findFirst();
    }
}
