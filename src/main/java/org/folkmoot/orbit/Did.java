package org.folkmoot.orbit;

import java.time.LocalDate;
import org.folkmoot.activity.Kind;

/// How often somebody did one kind of thing on one local day.
record Did(LocalDate day, Kind kind, int times) {}
