package org.folkmoot.connectors.stackexchange;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The dump's numbers and names, in words.
final class Facts {

    static final List<String> OF_POSTS =
            List.of(
                    "Score",
                    "ViewCount",
                    "AnswerCount",
                    "CommentCount",
                    "FavoriteCount",
                    "AcceptedAnswerId",
                    "LastEditorUserId",
                    "LastEditorDisplayName",
                    "LastActivityDate",
                    "ClosedDate",
                    "DeletionDate",
                    "CommunityOwnedDate",
                    "ContentLicense");

    private Facts() {}

    /// `view_count` of `ViewCount`.
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// Plain text or Markdown as HTML that shows it as it was written.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static @Nullable String badge(int type) {
        return switch (type) {
            case 1 -> "gold";
            case 2 -> "silver";
            case 3 -> "bronze";
            default -> null;
        };
    }

    static String vote(int type) {
        return switch (type) {
            case 2 -> "up";
            case 3 -> "down";
            case 4 -> "offensive";
            case 5 -> "favourite";
            case 6 -> "close";
            case 7 -> "reopen";
            case 8 -> "bounty";
            case 9 -> "bounty closed";
            case 10 -> "delete";
            case 11 -> "undelete";
            case 12 -> "spam";
            case 15 -> "moderator review";
            case 16 -> "edit approved";
            default -> "vote " + type;
        };
    }

    static String event(int type) {
        return switch (type) {
            case 4, 5, 6 -> "edited";
            case 7, 8, 9 -> "rolled back";
            case 10 -> "closed";
            case 11 -> "reopened";
            case 12 -> "deleted";
            case 13 -> "undeleted";
            case 14 -> "locked";
            case 15 -> "unlocked";
            case 16 -> "community owned";
            case 17, 35, 36 -> "migrated";
            case 18 -> "merged";
            case 19 -> "protected";
            case 20 -> "unprotected";
            case 24 -> "suggested edit applied";
            case 25 -> "tweeted";
            default -> "event " + type;
        };
    }
}
