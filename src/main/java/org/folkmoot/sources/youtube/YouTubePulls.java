package org.folkmoot.sources.youtube;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.youtube.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads a channel a page at a time: its videos, all comments, the newest first, and the chat of
/// what is live. Later the newest of both are read again, once a day all videos with their figures
/// and the comments of a month. What is missing then is asked for by name before it is held to be
/// deleted. What a day's units do not allow waits for the next.
final class YouTubePulls {

    private final Line line;
    private final YouTubeApi api;
    private final Found.Basket basket = new Found.Basket();
    private final List<Statistic> figures = new ArrayList<>();
    private final LocalDate today;

    YouTubePulls(Line line) {
        this.line = line;
        this.api = new YouTubeApi(line);
        this.today = YouTubeManners.today(line.now());
    }

    Pull from(String cursor) {
        var at = begin(Cursors.read(cursor, At.class, At::first));
        var cost = at.stage().cost();
        if (at.spent().on(today.toString()) + cost > daily()) {
            return YouTubeManners.spent(line.now());
        }
        var paid = at.spent(at.spent().on(today.toString(), cost));
        if (paid.stage() == Stage.CHANNEL) {
            return api.channel()
                    .map(row -> on(channel(paid, row)))
                    .orElseGet(YouTubePulls::unknown);
        }
        var answers = new YouTubeAnswers(paid.channel().id(), basket);
        var videos = new Videos(api, answers, figures, today);
        var comments = new Comments(api, answers);
        return on(
                switch (paid.stage()) {
                    case VIDEOS -> videos.listed(paid);
                    case LOST_VIDEOS -> videos.lost(paid);
                    case COMMENTS -> comments.threads(paid);
                    case REPLIES -> comments.replies(paid);
                    case LOST_COMMENTS -> comments.lost(paid);
                    case CHAT -> new LiveChat(api, new ChatAnswers(answers)).page(paid);
                    case CHANNEL -> paid;
                });
    }

    private static Pull unknown() {
        return new Pull.SignInAgain(
                "YouTube knows no such channel. Check it: an id such as UC_x5XG1OV2P6uZZ5FSM9Ttw, or a handle such as @folkmoot.");
    }

    private int daily() {
        return Integer.parseInt(line.connection().setting("daily-units"));
    }

    /// The channel is known, and this day's figures are here: it goes on with the newest videos.
    private At begin(At at) {
        var sweeping = !at.swept().equals(today.toString());
        return at.stage() == Stage.CHANNEL && !sweeping
                ? at.sweeping(at.swept(), false).to(Stage.VIDEOS)
                : at;
    }

    private At channel(At at, JsonNode row) {
        var channel =
                new At.Channel(
                        row.path("id").asString(""),
                        row.path("snippet").path("title").asString(""),
                        row.path("contentDetails")
                                .path("relatedPlaylists")
                                .path("uploads")
                                .asString(""));
        new YouTubeAnswers(channel.id(), basket).channel(row);
        figures.addAll(Figures.ofChannel(row, today));
        return at.channel(channel).sweeping(today.toString(), true).to(Stage.VIDEOS);
    }

    private Pull on(At next) {
        var ended = next.stage() == Stage.CHAT && LiveChat.next(next).isEmpty();
        var then = ended ? LiveChat.over(next).to(Stage.CHANNEL) : next;
        return new Pull.Caught(
                basket.all(),
                figures,
                Cursors.write(then),
                !ended,
                "%s of %s".formatted(next.stage().words(), next.channel().title()));
    }
}
