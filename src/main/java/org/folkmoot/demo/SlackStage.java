package org.folkmoot.demo;

import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.demo.Talk.Turn;
import org.jspecify.annotations.Nullable;

/// The chat.
final class SlackStage extends Stage {

    static final List<String> CHANNELS = List.of(
            "general", "help", "theming", "plugins", "translations", "random", "introductions",
            "announcements", "showcase", "jobs", "builds", "deutsch", "espanol", "francais", "nihongo");

    private static final Map<String, String> LANGUAGES =
            Map.of("de", "deutsch", "es", "espanol", "fr", "francais", "ja", "nihongo");

    private int count;

    SlackStage(Cast cast, Texts texts, Chance chance, Notebook notebook) {
        super(Platform.SLACK, cast, texts, chance, notebook);
    }

    static void places(Finds finds) {
        for (var name : CHANNELS) {
            finds.add(Place.of(Platform.SLACK.source(), channel(name), name, Style.CHAT)
                    .about(topic(name), "https://lantern.slack.example/archives/" + channel(name)));
        }
    }

    private static String topic(String name) {
        return switch (name) {
            case "help" -> "Ask anything about Lantern. No question is too small.";
            case "introductions" -> "Say hello!";
            case "announcements" -> "Releases and other news, written by the team";
            case "builds" -> "What the machines say";
            case "random" -> "Everything but Lantern";
            default -> "All about " + name;
        };
    }

    static String channel(String name) {
        return "C0" + Integer.toString(name.hashCode() & 0x7fffffff, 36).toUpperCase(java.util.Locale.ROOT);
    }

    /// The channel in which such a conversation is held.
    static String channel(Script script) {
        if (!script.english()) {
            return channel(LANGUAGES.getOrDefault(script.language(), "general"));
        }
        if (CHANNELS.contains(script.topic())) {
            return channel(script.topic());
        }
        return channel(script.topic().equals("i18n") ? "translations" : script.topic().equals("data-loss") ? "general" : "help");
    }

    @Override
    String id(String place, @Nullable String above, Turn turn) {
        return "%s:%d.%06d".formatted(place, turn.at().getEpochSecond(), ++count % 1_000_000);
    }

    @Override
    String url(String place, String id, @Nullable String above) {
        return "https://lantern.slack.example/archives/" + place + "/p" + id.substring(place.length() + 1).replace(".", "");
    }

    @Override
    String mention(Actor actor) {
        return "<@" + actor.id(Platform.SLACK) + "> ";
    }

    @Override
    String written(Turn turn, @Nullable Turn before, String markdown) {
        return markdown
                .replaceAll("\\[([^]]+)]\\((https?://[^)]+)\\)", "<$2|$1>")
                .replace("**", "*");
    }

    @Override
    @Nullable String titled(Talk talk) {
        return null;
    }

    @Override
    double warmth() {
        return 0.95;
    }
}
