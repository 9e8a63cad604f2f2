package org.folkmoot.metrics;

import org.jspecify.annotations.Nullable;

/// Whom and where a number is about. Bots and nobody are never in it; the team only when `staff`.
///
/// @param platform only identities of this platform
/// @param place only what was done in this place
/// @param tag only members with this tag
/// @param organisation only members of this organisation, by its name
/// @param where only members who fit this condition, as texts write it (docs/people.md)
/// @param among who these are; null until somebody has found out
public record Filters(
        @Nullable String platform,
        @Nullable Long place,
        @Nullable String tag,
        @Nullable String organisation,
        @Nullable String where,
        @Nullable Among among,
        boolean staff) {

    public static final Filters NONE = new Filters(null, null, null, null, false);

    /// Without a condition.
    public Filters(
            @Nullable String platform,
            @Nullable Long place,
            @Nullable String tag,
            @Nullable String organisation,
            boolean staff) {
        this(platform, place, tag, organisation, null, null, staff);
    }

    /// The same, knowing who fits the condition.
    Filters of(Among who) {
        return new Filters(platform, place, tag, organisation, where, who, staff);
    }

    /// The roles that are counted, as an SQL list.
    String roles() {
        return staff ? "('member', 'staff')" : "('member')";
    }

    /// The conditions on a row `i` of members.report_identity, each after an `and`.
    String identities() {
        return " and i.role in "
                + roles()
                + (platform == null ? "" : " and i.platform = :platform")
                + tagged("i")
                + employed("i")
                + among("i");
    }

    private String tagged(String row) {
        return tag == null
                ? ""
                : " and exists (select from members.report_tag t where t.community_id = :here and t.member_id = "
                        + row
                        + ".member_id and t.name = :tag)";
    }

    private String among(String row) {
        return among == null ? "" : " and " + row + ".member_id = any(:among::bigint[])";
    }

    private String employed(String row) {
        return organisation == null
                ? ""
                : " and exists (select from members.report_colleague c where c.community_id = :here and c.member_id = "
                        + row
                        + ".member_id and c.organisation = :organisation)";
    }
}
