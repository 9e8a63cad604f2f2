package org.folkmoot.connectors.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Lines;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Reads a git repository where it lies: its commits but not its merges, the people that their
/// messages thank, and its annotated tags. Only HEAD's history, unless the option `refs` is `all`.
@Component
final class GitFormat implements Format {

    static final String SOURCE = "git";

    private static final int MAX_MAILMAP = 8 << 20;

    @Override
    public String name() {
        return "git";
    }

    @Override
    public String title() {
        return "Git repository";
    }

    @Override
    public String howToGet() {
        return "Clone the repository with its whole history (git clone --bare is enough) and give "
                + "the folder's path. A .mailmap file in it is honoured.";
    }

    @Override
    public boolean recognises(Tree tree) {
        return GitFolder.is(tree.root());
    }

    @Override
    public boolean readsFiles() {
        return false;
    }

    /// What its refs point to: building or checking out in the work tree changes nothing.
    @Override
    public String fingerprint(Tree tree) throws IOException {
        try (var repository = GitFolder.open(tree.root())) {
            var sum = new CRC32();
            sum.update(String.valueOf(repository.resolve(Constants.HEAD)).getBytes(UTF_8));
            for (var ref : repository.getRefDatabase().getRefs()) {
                sum.update((ref.getName() + " " + ref.getObjectId() + "\n").getBytes(UTF_8));
            }
            return "%08x-git".formatted(sum.getValue());
        }
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        try (var repository = GitFolder.open(tree.root());
                var walk = new RevWalk(repository)) {
            var name = GitFolder.name(repository, tree.root());
            var url = GitFolder.url(repository);
            finds.add(new Found.Origin(SOURCE, "Git", Markup.PLAIN));
            finds.add(Found.Place.of(SOURCE, name, name, Style.CODE).about(null, url));
            walk.setRetainBody(false);
            var head = repository.resolve(Constants.HEAD);
            if (head != null) {
                walk.markStart(walk.parseCommit(head));
            }
            var all = "all".equals(options.get("refs"));
            if (all) {
                everything(repository, walk, finds);
            } else if (head == null && !repository.getRefDatabase().getRefs().isEmpty()) {
                var reason = "HEAD names a branch that is not there: import with refs=all instead.";
                finds.add(
                        new Found.Refused(
                                "HEAD", 1, reason, String.valueOf(repository.getFullBranch())));
            }
            var mailmap =
                    head == null || "true".equals(options.get("no-mailmap"))
                            ? Mailmap.NONE
                            : mailmap(repository, walk.parseCommit(head), finds);
            var people = new People(mailmap, finds);
            var commits = new Commits(name, url, people, finds);
            walk.sort(RevSort.COMMIT_TIME_DESC, true);
            walk.sort(RevSort.REVERSE, true);
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                if (commit.getParentCount() < 2) {
                    walk.parseBody(commit);
                    commits.add(commit);
                    commit.disposeBody();
                }
            }
            new Releases(name, url, people, finds).read(repository);
        } catch (MissingObjectException | CorruptObjectException e) {
            throw new IOException(
                    "The history of this repository is damaged (git fsck tells more): clone it anew.",
                    e);
        }
    }

    private static void everything(Repository repository, RevWalk walk, Finds finds)
            throws IOException {
        for (var ref : repository.getRefDatabase().getRefs()) {
            var id = ref.getObjectId();
            try {
                if (id != null && walk.peel(walk.parseAny(id)) instanceof RevCommit commit) {
                    walk.markStart(walk.parseCommit(commit));
                }
            } catch (MissingObjectException e) {
                finds.add(missing(ref));
            }
        }
    }

    /// A reference to what this copy does not hold.
    static Found.Refused missing(Ref ref) {
        return new Found.Refused(
                ref.getName(), 1, "What this points to is not in this copy.", String.valueOf(ref));
    }

    /// The one in HEAD. A link in its stead is not followed, as git does not.
    static Mailmap mailmap(Repository repository, RevCommit head, Finds finds) throws IOException {
        try (var file = TreeWalk.forPath(repository, ".mailmap", head.getTree())) {
            if (file == null || (file.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Mailmap.NONE;
            }
            var bytes = repository.open(file.getObjectId(0)).getCachedBytes(MAX_MAILMAP);
            try (var in = new Lines(new ByteArrayInputStream(bytes))) {
                List<String> lines = new ArrayList<>();
                for (var line = in.next(); line != null; line = in.next()) {
                    lines.add(line);
                }
                return Mailmap.of(lines);
            }
        } catch (MissingObjectException | org.eclipse.jgit.errors.LargeObjectException e) {
            finds.add(
                    new Found.Refused(
                            ".mailmap",
                            1,
                            "The .mailmap is not in this partial clone, or larger than 8 MB: names are taken as committed.",
                            ""));
            return Mailmap.NONE;
        }
    }
}
