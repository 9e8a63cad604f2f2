package org.folkmoot.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `folkmoot` itself: runs the server unless a verb says otherwise (the launcher adds `run`).
@Command(
        name = "folkmoot",
        description = "The operations hub of the people who run communities.",
        mixinStandardHelpOptions = false,
        subcommands = {
            RunVerb.class,
            ImportVerb.class,
            SourceVerb.class,
            SubscriberVerb.class,
            CommunityVerb.class,
            AccountVerb.class,
            TokenVerb.class,
            ExportVerb.class,
            MetricsVerb.class,
            OrbitVerb.class,
            BriefVerb.class,
            DemoVerb.class,
            MembersVerb.class,
            MergeVerb.class,
            PrivacyVerb.class,
            LanguageVerb.class,
            BenchVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            RebuildVerb.class,
            PrepareVerb.class,
            RehearseVerb.class,
            HelpCommand.class
        })
final class FolkmootCommand {}
