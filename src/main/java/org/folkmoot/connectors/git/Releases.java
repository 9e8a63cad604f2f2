package org.folkmoot.connectors.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;

/// Annotated tags, oldest first: each is a release by its tagger. Light tags name nobody and are
/// passed over.
final class Releases {

    private final String place;
    private final @Nullable String url;
    private final People people;
    private final Finds finds;

    Releases(String place, @Nullable String url, People people, Finds finds) {
        this.place = place;
        this.url = url;
        this.people = people;
        this.finds = finds;
    }

    private record Release(String name, RevTag tag, Instant at, boolean inferred) {}

    void read(Repository repository) throws IOException {
        try (var walk = new RevWalk(repository)) {
            var releases = new ArrayList<Release>();
            var seen = new HashSet<String>();
            for (var ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                try {
                    if (walk.parseAny(ref.getObjectId()) instanceof RevTag tag
                            && seen.add(tag.getName())) {
                        releases.add(release(walk, ref, tag));
                    }
                } catch (MissingObjectException e) {
                    finds.add(GitFormat.missing(ref));
                }
            }
            releases.sort(Comparator.comparing(Release::at).thenComparing(Release::name));
            releases.forEach(this::add);
        }
    }

    private static Release release(RevWalk walk, Ref ref, RevTag tag) throws IOException {
        var name = ref.getName().substring(Constants.R_TAGS.length());
        var tagger = tag.getTaggerIdent();
        var at = tagger == null ? tagged(walk, tag) : tagger.getWhenAsInstant();
        return new Release(name, tag, at, tagger == null);
    }

    /// Tags as old as git itself have no tagger: the time of what they point to.
    private static Instant tagged(RevWalk walk, RevTag tag) throws IOException {
        return walk.peel(tag) instanceof RevCommit commit
                ? walk.parseCommit(commit).getCommitterIdent().getWhenAsInstant()
                : Instant.MIN;
    }

    private void add(Release release) {
        var tag = release.tag();
        var at = release.at();
        if (at.isBefore(Instant.EPOCH) || !at.isBefore(Commits.END)) {
            finds.add(
                    new Found.Refused(
                            "tag " + release.name(),
                            1,
                            "This tag has no date between 1970 and 2099.",
                            tag.getFullMessage()));
            return;
        }
        finds.add(
                Deed.of(
                                GitFormat.SOURCE,
                                tag.getName(),
                                Kind.RELEASE,
                                people.meet(Commits.who(tag.getTaggerIdent()), at),
                                at)
                        .inferred(release.inferred())
                        .in(place)
                        .titled(release.name())
                        .saying(tag.getFullMessage().replace("\0", ""))
                        .at(url == null ? null : url + "/releases/tag/" + release.name())
                        .fact("tagged", tag.getObject().getName()));
    }
}
