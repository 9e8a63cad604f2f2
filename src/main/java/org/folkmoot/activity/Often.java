package org.folkmoot.activity;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.members.Asked;
import org.folkmoot.members.SharedAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds who did something so often, within the last days or in a place: sums by account, and by
/// person for those who have several.
@Component
class Often {

    private final DayCounts days;
    private final SharedAccounts shared;

    Often(DayCounts days, SharedAccounts shared) {
        this.days = days;
        this.shared = shared;
    }

    /// @param most null: any number
    record Range(int least, @Nullable Integer most) {

        boolean holds(int number) {
            return number >= least && (most == null || number <= most);
        }
    }

    /// What was done.
    ///
    /// @param kind null: anything
    /// @param place its name; null: anywhere
    /// @param days within so many; null: ever, which needs a place
    record What(@Nullable Kind kind, @Nullable String place, @Nullable Integer days) {}

    /// Selects the ids of those who fit. The planner is not shown the accounts: it would weigh one
    /// after the other.
    ///
    /// @param range with a least of 1 or more
    String who(What what, Range range, Asked asked) {
        var sums = days.of(what, asked.now(), asked.zone());
        var several = shared.here().inOrder();
        var persons = new Sums();
        List<Long> accounts = new ArrayList<>();
        sums.forEach(
                (account, times) -> {
                    var member = several.member(account);
                    if (member != 0) {
                        persons.add(member, times);
                    } else if (range.holds(times)) {
                        accounts.add(account);
                    }
                });
        List<Long> members = new ArrayList<>();
        persons.forEach(
                (member, times) -> {
                    if (range.holds(times)) {
                        members.add(member);
                    }
                });
        return """
               select i.member_id from members.report_account i
               where i.community_id = folkmoot.community() and i.identity_id = any(array(select unnest(%s::bigint[])))
               union all select unnest(%s::bigint[])
               """
                .formatted(
                        asked.bind(accounts.toArray(Long[]::new)),
                        asked.bind(members.toArray(Long[]::new)));
    }
}
