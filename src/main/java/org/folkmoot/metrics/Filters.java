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

    /// Members with when they came, left and came back: `member_id, first_seen, left_at, back_at`.
    /// Of one platform, when they did so there.
    String people() {
        return platform == null
                ? """
                select m.member_id, m.first_seen,
                       case when m.left_at is not null then greatest(m.left_at, m.first_seen) end as left_at,
                       case when m.back_at > m.left_at then m.back_at end as back_at
                from members.report_member m
                where m.community_id = :here and m.role in %s%s"""
                        .formatted(roles(), tagged("m") + employed("m") + among("m"))
                : """
                select i.member_id, min(least(i.first_seen, i.joined_at)) as first_seen,
                       case when bool_and(i.left_at is not null)
                            then greatest(max(i.left_at), min(least(i.first_seen, i.joined_at))) end as left_at,
                       case when bool_and(i.left_at is not null) and min(i.back_at) > max(i.left_at) then min(i.back_at) end as back_at
                from members.report_identity i
                where i.community_id = :here%s
                group by i.member_id"""
                        .formatted(identities());
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
