package org.folkmoot.members;

import java.util.List;

/// Accounts are about to be taken away for good. Heard within the transaction that does it, while
/// they are still here: whoever keeps who is one person has them stand alone.
///
/// @param identities the accounts
public record AccountsLeave(List<Long> identities) {

    public AccountsLeave {
        identities = List.copyOf(identities);
    }
}
