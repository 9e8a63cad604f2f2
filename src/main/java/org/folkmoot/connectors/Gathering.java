package org.folkmoot.connectors;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;

/// An event that people come to, in the same words whatever platform tells of it: somebody
/// organised it at its time, others registered for it and were there.
///
/// @param id the event's, under which all of it stands
/// @param place the group, calendar or organisation whose event it is
public record Gathering(String source, String id, @Nullable String place, @Nullable String title) {

    public Deed organised(@Nullable String who, @Nullable Instant at) {
        return Deed.of(source, id, Kind.EVENT_ORGANISED, who, at).in(place).titled(title);
    }

    public Deed registered(String registration, @Nullable String who, @Nullable Instant at) {
        return under(Kind.REGISTRATION, registration, who, at);
    }

    public Deed attended(String attendance, @Nullable String who, @Nullable Instant at) {
        return under(Kind.ATTENDANCE, attendance, who, at);
    }

    /// Anything else that belongs to it.
    public Deed under(Kind kind, String deed, @Nullable String who, @Nullable Instant at) {
        return Deed.of(source, deed, kind, who, at).in(place).under(id).titled(title);
    }

    /// It was called off.
    public Found.Mark calledOff(@Nullable Instant at) {
        return gone(id, at);
    }

    /// Somebody thought better of it.
    public Found.Mark gone(String deed, @Nullable Instant at) {
        return new Found.Mark(source, deed, Found.Mark.What.DELETED, null, at);
    }
}
