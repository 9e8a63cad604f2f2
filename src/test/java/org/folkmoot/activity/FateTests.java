package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folkmoot.activity.Page.Mark.What;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FateTests {

    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    private static Page.Mark mark(What what, @Nullable Integer minute) {
        var at = minute == null ? null : NOON.plusSeconds(60L * minute);
        return new Page.Mark(1, "m1", what, null, at);
    }

    private static Fate after(List<Page.Mark> marks) {
        var fate = Fate.UNTOUCHED;
        for (var mark : marks) {
            fate = fate.and(mark);
        }
        return fate;
    }

    @Test
    void theLaterOfDeletedAndRestoredHolds() {
        var deleted = mark(What.DELETED, 1);
        var restored = mark(What.RESTORED, 2);
        assertThat(after(List.of(deleted, restored)).gone()).isFalse();
        assertThat(after(List.of(restored, deleted)).gone()).isFalse();
        assertThat(after(List.of(restored, mark(What.DELETED, 3), deleted)).gone()).isTrue();
        assertThat(after(List.of(restored, mark(What.DELETED, 2))).gone()).isTrue();
    }

    @Test
    void aDeletionOfWhichNobodyKnowsTheTimeIsBeforeAnyRestoring() {
        var deleted = mark(What.DELETED, null);
        assertThat(after(List.of(deleted)).gone()).isTrue();
        assertThat(after(List.of(deleted, mark(What.RESTORED, null))).gone()).isTrue();
        assertThat(after(List.of(mark(What.RESTORED, 0), deleted)).gone()).isFalse();
    }

    @Test
    void anyOrderAndRepetitionEndsAlike() {
        var random = new Random(7);
        for (int n = 0; n < 500; n++) {
            var marks = new ArrayList<Page.Mark>();
            for (int m = 0; m < 1 + random.nextInt(6); m++) {
                var minute = random.nextInt(5) == 0 ? null : (Integer) random.nextInt(4);
                marks.add(mark(What.values()[random.nextInt(4)], minute));
            }
            var straight = after(marks);
            marks.addAll(marks.subList(0, random.nextInt(marks.size())));
            Collections.shuffle(marks, random);
            assertThat(after(marks)).isEqualTo(straight);
        }
    }

    @Test
    void aSightingSaysOnlyWhatIsNew() {
        var there = new Page.Sighting(1, "m1", true, null, NOON.plusSeconds(90));
        var gone = new Page.Sighting(1, "m1", false, "eve", NOON.plusSeconds(90));
        assertThat(Fate.UNTOUCHED.news(there)).isNull();
        assertThat(Fate.UNTOUCHED.news(gone))
                .isEqualTo(new Page.Mark(1, "m1", What.DELETED, "eve", gone.at()));
        assertThat(Fate.UNTOUCHED.and(mark(What.DELETED, 1)).news(gone)).isNull();
        assertThat(Fate.UNTOUCHED.and(mark(What.DELETED, 1)).news(there))
                .isEqualTo(new Page.Mark(1, "m1", What.RESTORED, null, there.at()));
        assertThat(Fate.UNTOUCHED.and(mark(What.DELETED, 2)).news(there)).as("older").isNull();
    }
}
