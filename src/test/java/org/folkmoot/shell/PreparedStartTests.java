package org.folkmoot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.Folkmoot;
import org.folkmoot.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.SpringProperties;

/// A server whose beans were worked out beforehand is the same server.
class PreparedStartTests {

    private static final String PLAIN_BY_ITS_ENVIRONMENT = "SPRING_MAIL_HOST";

    @TempDir Path folder;

    /// Prints which of our beans a server has, and how it was started.
    public static final class Parts {

        private Parts() {}

        public static void main(String[] args) {
            var verb = new RunVerb(Folkmoot.class);
            verb.data = Path.of(args[0]);
            verb.port = 0;
            try (var site = verb.serve(Map.of())) {
                Arrays.stream(site.getBeanDefinitionNames())
                        .filter(name -> name.startsWith("org.folkmoot."))
                        .sorted()
                        .forEach(name -> System.out.println("part " + name));
                System.out.println("prepared " + SpringProperties.getFlag("spring.aot.enabled"));
            }
        }
    }

    @Test
    void hasTheSamePartsAsOneStartedPlainly() throws Exception {
        assertThat(JavaProcess.prepared()).exists();
        var prepared = parts(Map.of());
        var plain = parts(Map.of(PLAIN_BY_ITS_ENVIRONMENT, "localhost"));
        assertThat(prepared).contains("prepared true");
        assertThat(plain).contains("prepared false");
        assertThat(named(prepared)).hasSizeGreaterThan(500).isEqualTo(named(plain));
    }

    private List<String> parts(Map<String, String> environment) throws Exception {
        var command = JavaProcess.of(Parts.class);
        command.add(folder.resolve("data").toString());
        var said = folder.resolve("said").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOLKMOOT_"));
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor()).isZero();
        return Files.readAllLines(said.toPath());
    }

    private static List<String> named(List<String> said) {
        return said.stream().filter(line -> line.startsWith("part ")).toList();
    }
}
