package org.folkmoot.activity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.members.Belonging;

/// Says whose the accounts are that reply to another: nobody answers their own question.
final class Whose {

    private Whose() {}

    static void tell(Set<Row> open, Belonging belonging) {
        var replied = new HashMap<Row, Row>();
        var accounts = new HashSet<Long>();
        for (var row : open) {
            var asked = row.repliedTo();
            if (asked != null && row.identity != null && asked.identity != null) {
                replied.put(row, asked);
                accounts.add(row.identity);
                accounts.add(asked.identity);
            }
        }
        if (accounts.isEmpty()) {
            return;
        }
        var members = belonging.membersOf(accounts);
        replied.forEach(
                (row, asked) -> {
                    row.member = members.get(row.identity);
                    asked.member = members.get(asked.identity);
                });
    }
}
