package org.folkmoot.sources.youtube;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.sources.youtube.At.Stage;

/// The chat of what is live just now; once over, YouTube shows it to no program any more.
record LiveChat(YouTubeApi api, ChatAnswers answers) {

    /// Of one chat in one round, so that the others have their turn.
    private static final int PAGES = 5;

    private static final int DONE = PAGES;

    /// The chat that comes next.
    static Optional<Map.Entry<String, At.Chat>> next(At at) {
        return at.chats().entrySet().stream()
                .filter(chat -> chat.getValue().pages() < DONE)
                .findFirst();
    }

    /// In the next round each has its turns again.
    static At over(At at) {
        var went = at;
        for (var chat : at.chats().entrySet()) {
            went =
                    went.chat(
                            chat.getKey(),
                            new At.Chat(chat.getValue().video(), chat.getValue().page(), 0));
        }
        return went;
    }

    /// How long to wait before the next page is kept by the line.
    At page(At at) {
        var first = next(at).orElseThrow();
        var id = first.getKey();
        var chat = first.getValue();
        var reply =
                api.line()
                        .ask(
                                api.get("liveChat/messages", "snippet,authorDetails")
                                        .query("liveChatId", id)
                                        .query("maxResults", "2000")
                                        .query("pageToken", chat.page())
                                        .lane("chat")
                                        .allowing(403, 404));
        if (YouTubeManners.reason(reply).equals(YouTubeManners.INVALID_PAGE)) {
            return at.chat(id, new At.Chat(chat.video(), "", chat.pages() + 1)).to(Stage.CHAT);
        }
        var page = YouTubeApi.body(reply);
        var ended = reply.status() != 200;
        for (var row : page.path("items")) {
            answers.message(row, chat.video());
            ended |= row.path("snippet").path("type").asString("").equals("chatEndedEvent");
        }
        var quiet = page.path("items").isEmpty();
        if (ended || (quiet && !page.path("offlineAt").asString("").isEmpty())) {
            return at.chat(id, null).to(Stage.CHAT);
        }
        var next = page.path("nextPageToken").asString(chat.page());
        var pages = quiet || next.equals(chat.page()) ? DONE : chat.pages() + 1;
        return at.chat(id, new At.Chat(chat.video(), next, pages)).to(Stage.CHAT);
    }
}
