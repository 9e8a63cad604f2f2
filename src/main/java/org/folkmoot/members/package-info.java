/// The people: one profile each over all platforms, their organisation, tags, notes and segments.
@NullMarked
@ApplicationModule(
        displayName = "Members",
        allowedDependencies = {"kernel", "store", "web", "access", "community"})
package org.folkmoot.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
