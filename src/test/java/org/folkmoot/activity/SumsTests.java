package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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
}
