package org.folkmoot.sources.reddit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// How far subreddits were read. A round goes through all of them, and through the stages in each.
///
/// @param subreddit which one is being read, by its place in the settings
/// @param after the page that comes next, empty for the first
/// @param posts whose comments are still to be read in whole trees
/// @param more comments of the first of these that its tree left out
/// @param deep comments below which its tree goes on
/// @param asked what is still to be asked for once more, for edits and removals
/// @param mails conversations that are still to be read
/// @param now what this round has seen of the present subreddit
/// @param marks what the rounds before saw of each
record At(
        Stage stage,
        int subreddit,
        String after,
        List<String> posts,
        List<String> more,
        List<String> deep,
        List<String> asked,
        List<String> mails,
        Mark now,
        Map<String, Mark> marks) {

    /// What is read, one after the other.
    enum Stage {
        ABOUT("about"),
        POSTS("posts"),
        COMMENTS("comments"),
        TREES("comments"),
        LOG("moderation log"),
        ASKED("edits and removals"),
        QUEUE("moderation queue"),
        REPORTS("reports"),
        MAILS("modmail"),
        MAIL("modmail");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// What is known of one subreddit.
    ///
    /// @param post when the latest post was written, in seconds; so with comments and the log
    /// @param mail when modmail last stirred, in milliseconds
    /// @param known the latest posts and comments, which are asked for again
    /// @param described when it was last asked about itself
    record Mark(long post, long comment, long log, long mail, List<String> known, long described) {

        static final Mark NONE = new Mark(0, 0, 0, 0, List.of(), 0);

        private static final int KNOWN = 200;

        Mark seen(long post, long comment, List<String> names) {
            return new Mark(
                    Math.max(this.post, post),
                    Math.max(this.comment, comment),
                    log,
                    mail,
                    latest(names),
                    described);
        }

        Mark log(long at) {
            return new Mark(post, comment, Math.max(log, at), mail, known, described);
        }

        Mark mail(long at) {
            return new Mark(post, comment, log, Math.max(mail, at), known, described);
        }

        Mark described(long at) {
            return new Mark(post, comment, log, mail, known, at);
        }

        /// The highest numbers of each kind; Reddit counts up in base 36.
        private List<String> latest(List<String> names) {
            var all = new LinkedHashSet<>(known);
            all.addAll(names);
            var kept = new ArrayList<String>();
            for (var kind : List.of("t3_", "t1_")) {
                all.stream()
                        .filter(name -> name.startsWith(kind))
                        .sorted(
                                Comparator.comparingInt(String::length)
                                        .thenComparing(Comparator.naturalOrder())
                                        .reversed())
                        .limit(KNOWN)
                        .forEach(kept::add);
            }
            return kept;
        }
    }

    static At first() {
        return new At(
                Stage.ABOUT,
                0,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Mark.NONE,
                Map.of());
    }

    Mark mark(String name) {
        return marks.getOrDefault(name, Mark.NONE);
    }

    At to(Stage stage) {
        return new At(stage, subreddit, "", posts, more, deep, asked, mails, now, marks);
    }

    At after(String after) {
        return new At(stage, subreddit, after, posts, more, deep, asked, mails, now, marks);
    }

    At now(Mark now) {
        return new At(stage, subreddit, after, posts, more, deep, asked, mails, now, marks);
    }

    At trees(List<String> posts, List<String> more, List<String> deep) {
        return new At(stage, subreddit, after, posts, more, deep, asked, mails, now, marks);
    }

    At asked(List<String> asked) {
        return new At(stage, subreddit, after, posts, more, deep, asked, mails, now, marks);
    }

    At mails(List<String> mails) {
        return new At(stage, subreddit, after, posts, more, deep, asked, mails, now, marks);
    }

    /// This subreddit is done, or could not be read.
    At next(String name) {
        var all = new HashMap<>(marks);
        all.put(name, now);
        return new At(
                Stage.ABOUT,
                subreddit + 1,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Mark.NONE,
                all);
    }

    At round() {
        return new At(
                Stage.ABOUT,
                0,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Mark.NONE,
                marks);
    }
}
