package org.folkmoot.listening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The largest themes, for modules that tell of them. Looking for them goes on beside the request.
@Service
public class Topics {

    private final Reading reading;
    private final ThemeWork work;

    Topics(Reading reading, ThemeWork work) {
        this.reading = reading;
        this.work = work;
    }

    /// What people ask, complain of, or speak of at all.
    public enum About {
        QUESTIONS(Shelf.QUESTIONS),
        COMPLAINTS(Shelf.COMPLAINTS),
        ALL(Shelf.ALL);

        private final Shelf shelf;

        About(Shelf shelf) {
            this.shelf = shelf;
        }

        /// As in the address of the page of themes.
        public String key() {
            return shelf.key();
        }
    }

    /// @param looking whether they are looked for at the moment
    public record Found(boolean looking, List<Topic> topics) {

        public Found {
            topics = List.copyOf(topics);
        }
    }

    /// @param people in the window, by whom its size goes
    /// @param newcomers of them
    /// @param sample what one of them wrote; null when too few people did
    public record Topic(
            String title,
            long people,
            long peopleBefore,
            long newcomers,
            @Nullable String sample) {}

    /// Looks for them now, and returns when they are found: for where nobody works beside.
    public void find(About about, int days) {
        work.run(about.shelf, days);
    }

    /// Those that nobody ignores, by people.
    ///
    /// @param days 30, 90 or 365
    public Found of(About about, int days, int most) {
        var read = reading.of(about.shelf, ThemesPage.usable(days));
        var run = read.run();
        return new Found(
                run == null || run.running(),
                read.themes().stream()
                        .filter(t -> !t.ignored() && t.people() >= about.shelf.people())
                        .limit(most)
                        .map(
                                t ->
                                        new Topic(
                                                t.title(),
                                                t.people(),
                                                t.peopleBefore(),
                                                t.newcomers(),
                                                t.samples().isEmpty()
                                                        ? null
                                                        : t.samples().getFirst().words()))
                        .toList());
    }
}
