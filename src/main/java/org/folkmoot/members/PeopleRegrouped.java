package org.folkmoot.members;

import java.util.List;

/// Accounts were joined or parted. Heard within the transaction that does it, so that whoever keeps
/// something worked out of all accounts of a person notes in the same transaction whose is old.
///
/// @param identities all accounts of everybody concerned, before and after
public record PeopleRegrouped(List<Long> identities) {

    public PeopleRegrouped {
        identities = List.copyOf(identities);
    }
}
