/// Where everything is kept: the database, one community per transaction, its backup and restore.
@NullMarked
@ApplicationModule(
        displayName = "Store",
        allowedDependencies = {"kernel"})
package org.folkmoot.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
