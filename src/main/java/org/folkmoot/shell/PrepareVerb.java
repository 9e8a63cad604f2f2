package org.folkmoot.shell;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.spi.ToolProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor.Settings;
import org.springframework.context.aot.ContextAotProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Works out the beans of a server, writes them down as Java (Spring's ahead-of-time processing)
/// and packs them into a jar that `run` finds on its class path. Neither database nor data folder
/// is touched. The launcher calls it after a build.
@Command(name = "prepare", hidden = true, description = "Work out a server's beans beforehand.")
final class PrepareVerb extends Site {

    @Option(names = "--to", paramLabel = "JAR", required = true, description = "Where to put it.")
    Path jar = Path.of("start.jar");

    PrepareVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("folkmoot-prepare-");
        try {
            var sources = Files.createDirectory(folder.resolve("sources"));
            var classes = Files.createDirectory(folder.resolve("classes"));
            new Beans(
                            Settings.builder()
                                    .sourceOutput(sources)
                                    .classOutput(classes)
                                    .resourceOutput(folder.resolve("resources"))
                                    .groupId("org.folkmoot")
                                    .artifactId("folkmoot")
                                    .build())
                    .process();
            compile(sources, classes);
            tool("jar", "--create", "--file", jar + "", "-C", classes + "", ".");
            return 0;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        var list = sources.resolveSibling("list");
        try (var all = Files.walk(sources)) {
            Files.write(list, all.filter(Files::isRegularFile).map(Path::toString).toList());
        }
        var path = System.getProperty("java.class.path") + File.pathSeparator + classes;
        tool(
                "javac",
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                path,
                "-d",
                classes + "",
                "@" + list);
    }

    private static void tool(String name, String... arguments) {
        var tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IllegalStateException("This JDK has no " + name));
        var said = new StringWriter();
        var words = new PrintWriter(said);
        if (tool.run(words, words, arguments) != 0) {
            throw new IllegalStateException(name + " could not do it: " + said);
        }
    }

    /// The server's beans as `RunVerb` starts them, but for what the operator's environment says.
    private final class Beans extends ContextAotProcessor {

        Beans(Settings settings) {
            super(application, settings);
        }

        @Override
        protected GenericApplicationContext prepareApplicationContext(Class<?> application) {
            try {
                SpringApplication.withHook(
                        _ -> new UntilLoaded(), () -> start(WebApplicationType.SERVLET, SERVER));
                throw new IllegalStateException("The start went on");
            } catch (SpringApplication.AbandonedRunException loaded) {
                return (GenericApplicationContext)
                        Objects.requireNonNull(loaded.getApplicationContext());
            }
        }
    }

    private static final class UntilLoaded implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            throw new SpringApplication.AbandonedRunException(context);
        }
    }
}
