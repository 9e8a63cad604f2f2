/// The communities this installation serves: their name, kind, time zone, language and
/// business hours.
@NullMarked
@ApplicationModule(
        displayName = "Community",
        allowedDependencies = {"kernel", "store", "web", "access"})
package org.folkmoot.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
