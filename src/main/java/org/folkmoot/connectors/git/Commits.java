package org.folkmoot.connectors.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;

/// Translates commits, and the trailers of their messages, into findings. A commit counts at its
/// author date.
final class Commits {

    static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern DATED =
            Pattern.compile(
                    "^author .*> (-?\\d{1,11})(?: [+-]\\d+)?$",
                    Pattern.MULTILINE | Pattern.UNIX_LINES);

    private final String place;
    private final @Nullable String url;
    private final People people;
    private final Finds finds;

    Commits(String place, @Nullable String url, People people, Finds finds) {
        this.place = place;
        this.url = url;
        this.people = people;
        this.finds = finds;
    }

    void add(RevCommit commit) {
        var sha = commit.getName();
        var author = commit.getAuthorIdent();
        var committer = commit.getCommitterIdent();
        var at = authored(commit);
        var inferred = at == null;
        if (at == null && committer != null) {
            at = committer.getWhenAsInstant();
        }
        if (at == null || at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
            var reason =
                    at == null
                            ? "This commit has no date."
                            : "This commit's author date lies before 1970 or after 2099: %s."
                                    .formatted(at);
            finds.add(new Found.Refused("commit " + sha, 1, reason, raw(commit)));
            return;
        }
        var message = commit.getFullMessage().replace("\0", "");
        var title = message.strip().lines().findFirst().orElse("");
        var writer = who(author);
        var id = people.meet(writer, at);
        var when = committer == null ? null : committer.getWhenAsInstant();
        finds.add(
                Deed.of(GitFormat.SOURCE, sha, Kind.COMMIT, id, at)
                        .inferred(inferred)
                        .in(place)
                        .titled(title)
                        .saying(message)
                        .at(url == null ? null : url + "/commit/" + sha)
                        .fact(
                                "committer",
                                who(committer).equals(writer) ? null : who(committer).toString())
                        .fact(
                                "committed",
                                at.equals(when) || when == null ? null : when.toString()));
        trailers(sha, message, people.idOf(writer), at, inferred);
    }

    private void trailers(
            String sha, String message, @Nullable String author, Instant at, boolean inferred) {
        var seen = new HashSet<String>();
        for (var trailer : Trailers.of(message)) {
            var kind = trailer.kind();
            var who = kind == null ? null : Who.of(trailer.value());
            var id = who == null ? null : people.idOf(who);
            if (kind == null || who == null || id == null) {
                continue;
            }
            var own = id.equals(author) && kind == Kind.CO_AUTHORSHIP;
            var key = sha + "/" + trailer.key() + "/" + id;
            if (!own && seen.add(key)) {
                finds.add(
                        Deed.of(GitFormat.SOURCE, key, kind, people.meet(who, at), at)
                                .inferred(inferred)
                                .in(place)
                                .under(sha)
                                .fact("trailer", trailer.key()));
            }
        }
    }

    static Who who(@Nullable PersonIdent ident) {
        return ident == null ? new Who("", "") : new Who(ident.getName(), ident.getEmailAddress());
    }

    /// Null if the author's line holds no date at all: the library would say 1970.
    private static @Nullable Instant authored(RevCommit commit) {
        var line = DATED.matcher(headers(commit));
        return line.find() ? Instant.ofEpochSecond(Long.parseLong(line.group(1))) : null;
    }

    private static String headers(RevCommit commit) {
        var raw = raw(commit);
        var end = raw.indexOf("\n\n");
        return end < 0 ? raw : raw.substring(0, end);
    }

    private static String raw(RevCommit commit) {
        var buffer = commit.getRawBuffer();
        return new String(buffer, 0, Math.min(buffer.length, 1 << 20), StandardCharsets.ISO_8859_1);
    }
}
