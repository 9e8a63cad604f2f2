/// The communities this installation serves: their name, kind, time zone and language.
@NullMarked
@ApplicationModule(
        displayName = "Community",
        allowedDependencies = {"kernel", "store", "web", "access"})
package org.folkmoot.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
