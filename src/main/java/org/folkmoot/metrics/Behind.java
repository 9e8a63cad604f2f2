package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Grid.Head;

/// Which list: the section it belongs to, its name there, and its columns.
enum Behind {
    JOINED("growth", "joined", "Who joined", moves("Joined")),
    LEFT("growth", "left", "Who left", moves("Left")),
    ACTIVE("active", "active", "Who was active", days("Active on days")),
    STARTS("response", "all", "What waited for an answer", waits()),
    UNANSWERED("response", "unanswered", "What still waits for an answer", waits()),
    ANSWERED("response", "answered", "What was answered", waits()),
    RETAINED("retention", "retained", "Who stayed active", days("Active on days")),
    LOST(
            "retention",
            "lost",
            "Who was active before, and not since",
            days("Active on days before")),
    CONTENT(
            "content",
            "top",
            "What drew most engagement",
            List.of(
                    Head.text("Item"),
                    Head.text("By"),
                    Head.text("Kind"),
                    Head.text("Place"),
                    Head.text("Made"),
                    Head.number("Engagements"),
                    Head.number("Views"),
                    Head.number("Per view"))),
    TONES("sentiment", "all", "What was read", tones()),
    BAD("sentiment", "negative", "What sounds bad", tones()),
    GOOD("sentiment", "positive", "What sounds good", tones()),
    UNSURE("sentiment", "unsure", "Where the reading is least sure", tones()),
    FOREIGN("sentiment", "unsupported", "In languages that are not read", tones());

    private final String section;
    private final String which;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // lists made by List.of
    private final List<Head> heads;

    Behind(String section, String which, String title, List<Head> heads) {
        this.section = section;
        this.which = which;
        this.title = title;
        this.heads = heads;
    }

    String section() {
        return section;
    }

    String which() {
        return which;
    }

    String title() {
        return title;
    }

    List<Head> heads() {
        return heads;
    }

    /// What its columns leave open, a sentence; may be empty.
    String note() {
        if (toned()) {
            return "A single post is often misread: open one to say how it sounds. The list names nobody, cannot be asked for one person, and is empty when fewer than %d people wrote."
                    .formatted(Tone.PEOPLE);
        }
        return this == CONTENT
                ? "Views are counted by the platform, as of the last import; not known where it does not tell them."
                : "";
    }

    /// Whether it is about how posts sound.
    boolean toned() {
        return section.equals("sentiment");
    }

    /// Whether it is of what waits for an answer, or did.
    boolean ofAnswers() {
        return section.equals("response");
    }

    /// Whether it names threads and texts rather than people alone.
    boolean texts() {
        return !section.equals("growth")
                && !section.equals("active")
                && !section.equals("retention");
    }

    String href(Ask ask) {
        return "/c/%s/health/%s/list?which=%s&%s"
                .formatted(ask.community().slug(), section, which, ask.query());
    }

    /// @throws Refusal.NotFound when there is no such list
    static Behind of(String section, String which) {
        return of(section).stream()
                .filter(b -> which.isEmpty() || b.which.equals(which))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This list"));
    }

    static List<Behind> of(String section) {
        return Arrays.stream(values()).filter(b -> b.section.equals(section)).toList();
    }

    private static List<Head> moves(String when) {
        return List.of(Head.text("Person"), Head.text(when), Head.text("Platforms"));
    }

    private static List<Head> days(String days) {
        return List.of(Head.text("Person"), Head.number(days), Head.text("Last active"));
    }

    private static List<Head> tones() {
        return List.of(
                Head.text("Post"),
                Head.text("Place"),
                Head.text("When"),
                Head.text("Sounds"),
                Head.number("Polarity"),
                Head.number("Sure"),
                Head.text("Language"),
                Head.text("Asks"));
    }

    private static List<Head> waits() {
        return List.of(
                Head.text("Started"),
                Head.text("By"),
                Head.text("Place"),
                Head.text("When"),
                Head.number("Waited"),
                Head.text("State"),
                Head.text("Waits because"));
    }
}
