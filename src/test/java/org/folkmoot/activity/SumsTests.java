package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumsTests {

    @Test
    void addsUpWhatAMapAddsUp() {
        var random = new Random(3);
        var sums = new Sums();
        var expected = new HashMap<Long, Integer>();
        for (int i = 0; i < 50_000; i++) {
            var account = 1 + random.nextLong(i % 2 == 0 ? 20_000 : Long.MAX_VALUE);
            var number = 1 + random.nextInt(5);
            sums.add(account, number);
            expected.merge(account, number, Integer::sum);
        }
        var found = new HashMap<Long, Integer>();
        sums.forEach((account, sum) -> assertThat(found.put(account, sum)).isNull());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatIsTakenAwayFromACopyIsAsIfItHadNeverComeAndLeavesTheOther() {
        var sums = new Sums();
        sums.add(7, 2);
        sums.add(70_000, 3);
        var copy = sums.copy();
        copy.add(7, -2);
        copy.add(70_000, -1);
        copy.add(8, 4);
        assertThat(all(copy)).isEqualTo(Map.of(8L, 4, 70_000L, 2));
        assertThat(all(sums)).isEqualTo(Map.of(7L, 2, 70_000L, 3));
    }

    private static Map<Long, Integer> all(Sums sums) {
        var all = new HashMap<Long, Integer>();
        sums.forEach(all::put);
        return all;
    }
}
