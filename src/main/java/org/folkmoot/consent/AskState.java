package org.folkmoot.consent;

import java.util.Locale;
import org.folkmoot.web.Tone;

/// How far an ask got.
public enum AskState {
    /// Until it can no longer be taken back.
    WAITING("waiting", Tone.CALM),
    /// It must not go now.
    HELD("held", Tone.WARN),
    /// In the hands of the mail server.
    SENDING("on its way", Tone.CALM),
    SENT("sent", Tone.GOOD),
    /// The mail server would not take it: surely not sent.
    FAILED("not sent", Tone.BAD),
    /// Cut short while it was handed over: perhaps sent, perhaps not.
    UNCONFIRMED("perhaps sent", Tone.WARN),
    /// Taken back, or of no use any more.
    CANCELLED("cancelled", Tone.CALM);

    private final String words;
    private final Tone tone;

    AskState(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
    }

    /// Goes on from "it is": "held".
    public String words() {
        return words;
    }

    Tone tone() {
        return tone;
    }

    /// `held`, as it is stored and in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AskState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
