/// The ledger of what members did, where and when; threads, daily rollups and search over all of
/// it.
@NullMarked
@ApplicationModule(
        displayName = "Activity",
        allowedDependencies = {"kernel", "store", "web", "access", "community", "members"})
package org.folkmoot.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
