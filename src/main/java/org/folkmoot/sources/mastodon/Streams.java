package org.folkmoot.sources.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;

/// What is read of an instance, each as pages from the newest down.
record Streams(Connection connection) {

    static final String OWN = "own";
    static final String NOTIFICATIONS = "notifications";
    static final String FOLLOWERS = "followers";
    static final String OPEN_REPORTS = "reports";
    static final String CLOSED_REPORTS = "reports resolved";
    private static final String TAG = "#";
    private static final String LIST = "list ";

    /// All of them, in the order in which they are read.
    ///
    /// @param daily whether those too that are read once a day
    List<String> all(boolean daily) {
        var all = new ArrayList<String>();
        all.add(OWN);
        tags().forEach(tag -> all.add(TAG + tag));
        connection.list("lists").forEach(list -> all.add(LIST + list));
        all.add(NOTIFICATIONS);
        all.add(OPEN_REPORTS);
        all.add(CLOSED_REPORTS);
        if (daily) {
            all.add(FOLLOWERS);
        }
        return all;
    }

    List<String> tags() {
        return connection.list("tags").stream().map(Streams::tag).distinct().toList();
    }

    /// Without its sign, in small letters: tags are the same however they are written.
    static String tag(String name) {
        return name.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    }

    /// Whether its rows are posts.
    static boolean ofPosts(String stream) {
        return stream.equals(OWN) || stream.startsWith(TAG) || stream.startsWith(LIST);
    }

    static boolean ofReports(String stream) {
        return stream.equals(OPEN_REPORTS) || stream.equals(CLOSED_REPORTS);
    }

    /// Whether it may be closed to this account without anything being wrong.
    static boolean mayBeShut(String stream) {
        return ofReports(stream) || stream.equals(FOLLOWERS) || stream.startsWith(LIST);
    }

    /// @param me the account's number on this instance
    static String path(String stream, String me) {
        return switch (stream) {
            case OWN -> "/api/v1/accounts/%s/statuses?limit=40".formatted(Ask.part(me));
            case NOTIFICATIONS -> "/api/v1/notifications?limit=40";
            case FOLLOWERS -> "/api/v1/accounts/%s/followers?limit=80".formatted(Ask.part(me));
            case OPEN_REPORTS -> "/api/v1/admin/reports?limit=100";
            case CLOSED_REPORTS -> "/api/v1/admin/reports?limit=100&resolved=true";
            default ->
                    stream.startsWith(TAG)
                            ? "/api/v1/timelines/tag/%s?limit=40"
                                    .formatted(Ask.part(stream.substring(TAG.length())))
                            : "/api/v1/timelines/list/%s?limit=40"
                                    .formatted(Ask.part(stream.substring(LIST.length())));
        };
    }
}
