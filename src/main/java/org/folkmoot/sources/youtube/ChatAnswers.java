package org.folkmoot.sources.youtube;

import static org.folkmoot.connectors.intake.JsonRows.orNull;

import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what is said and done in a live chat.
record ChatAnswers(YouTubeAnswers answers) {

    /// @param video whose chat it is
    void message(JsonNode row, String video) {
        var snippet = row.path("snippet");
        switch (snippet.path("type").asString("")) {
            case "textMessageEvent" ->
                    said(row, video, Kind.MESSAGE, snippet.path("displayMessage").asString(""));
            case "superChatEvent" -> paid(row, video, snippet.path("superChatDetails"));
            case "superStickerEvent" -> paid(row, video, snippet.path("superStickerDetails"));
            case "fanFundingEvent" -> paid(row, video, snippet.path("fanFundingEventDetails"));
            case "newSponsorEvent", "membershipGiftingEvent" ->
                    said(row, video, Kind.DONATION, snippet.path("displayMessage").asString(""));
            case "memberMilestoneChatEvent" ->
                    said(
                            row,
                            video,
                            Kind.MESSAGE,
                            snippet.path("memberMilestoneChatDetails")
                                    .path("userComment")
                                    .asString(""));
            case "messageDeletedEvent" ->
                    gone(snippet.path("messageDeletedDetails").path("deletedMessageId"));
            case "messageRetractedEvent" ->
                    gone(snippet.path("messageRetractedDetails").path("retractedMessageId"));
            case "tombstone" -> gone(row.path("id"));
            case "userBannedEvent" -> banned(row, video, snippet.path("userBannedDetails"));
            default -> {
                return; // polls, gifts received, modes of the chat
            }
        }
    }

    private void paid(JsonNode row, String video, JsonNode details) {
        var deed = deed(row, video, Kind.DONATION, author(row));
        if (deed != null) {
            answers.add(
                    deed.saying(details.path("userComment").asString(""))
                            .fact("amount", details.path("amountDisplayString").asString("")));
        }
    }

    private void said(JsonNode row, String video, Kind kind, String text) {
        var deed = deed(row, video, kind, author(row));
        if (deed != null) {
            answers.add(deed.saying(text));
        }
    }

    private String author(JsonNode row) {
        var told = row.path("authorDetails");
        var id = told.path("channelId").asString("");
        var who = id.isEmpty() ? row.path("snippet").path("authorChannelId").asString("") : id;
        answers.met(
                who,
                told.path("displayName").asString(""),
                told.path("channelUrl").asString(""),
                told.path("profileImageUrl").asString(""));
        return who;
    }

    /// What happens to somebody is told of them, not of whoever did it.
    private void banned(JsonNode row, String video, JsonNode details) {
        var whom = details.path("bannedUserDetails");
        var id = whom.path("channelId").asString("");
        answers.met(
                id,
                whom.path("displayName").asString(""),
                whom.path("channelUrl").asString(""),
                whom.path("profileImageUrl").asString(""));
        var deed = deed(row, video, Kind.BAN, id);
        if (deed != null && !id.isEmpty()) {
            answers.add(deed.fact("seconds", details.path("banDurationSeconds").asString("")));
        }
    }

    private @Nullable Deed deed(JsonNode row, String video, Kind kind, String who) {
        var id = row.path("id").asString("");
        var at = YouTubeAnswers.time(row.path("snippet").path("publishedAt"));
        if (id.isEmpty() || at == null) {
            answers.refuse(row, "live chat", "This chat message has no id or no time.");
            return null;
        }
        return Deed.of(YouTubeAnswers.SOURCE, id, kind, orNull(who), at)
                .fact("said in the live chat of", video);
    }

    private void gone(JsonNode id) {
        if (!id.asString("").isEmpty()) {
            answers.gone(id.asString(""));
        }
    }
}
