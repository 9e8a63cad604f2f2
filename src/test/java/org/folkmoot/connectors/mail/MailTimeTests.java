package org.folkmoot.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTimeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 22 May 2015 06:38:22 -0500 | 2015-05-22T11:38:22Z | true",
                "22 May 15 06:38 EST | 2015-05-22T11:38:00Z | true",
                "Fri, 22 May 99 06:38:22 PDT | 1999-05-22T13:38:22Z | true",
                "Fri, 22 May 102 06:38:22 GMT | 2002-05-22T06:38:22Z | true",
                "Fri, 22 May 2015 06:38:22 +0530 (India (IST)) | 2015-05-22T01:08:22Z | true",
                "Fri, 22 May 2015 06:38:22 | 2015-05-22T06:38:22Z | false",
                "Fri, 22 May 2015 06:38:22 XYZ | 2015-05-22T06:38:22Z | false",
                "Fri, 22 May 2015 06:38:22 +9900 | 2015-05-22T06:38:22Z | false",
                "Fri May 22 13:38:22 2015 | 2015-05-22T13:38:22Z | false",
                "Fri May  2 13:38:22 CEST 2015 | 2015-05-02T11:38:22Z | true",
                "Fri May 22 13:38:22 2015 +0200 | 2015-05-22T11:38:22Z | true",
                "2015-05-22 13:38:22 +02:00 | 2015-05-22T11:38:22Z | true",
                "2015-05-22T13:38:22Z | 2015-05-22T13:38:22Z | true",
                "Sat, 30 Jun 2012 23:59:60 +0000 | 2012-06-30T23:59:59Z | true",
            })
    void manyWaysToWriteADateAreRead(String text, Instant at, boolean sure) {
        assertThat(MailTime.of(text)).isEqualTo(new MailTime(at, sure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2015 00:00:00 +0000",
                "22 Foo 2015 00:00:00 GMT",
                "1 May 2015 25:00:00 GMT"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(MailTime.of(text)).isNull();
    }
}
