package org.folkmoot.members;

import java.util.Collection;
import java.util.Map;

/// How sources call activities; the ledger tells, which this module does not know.
public interface LedgerNames {

    /// @param ids of activities
    /// @return source and id there, of those that are here
    Map<Long, Told.Key> names(Collection<Long> ids);
}
