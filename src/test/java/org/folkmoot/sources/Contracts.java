package org.folkmoot.sources;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What vendors say of requests to them: OpenAPI documents named `PLATFORM.json` or
/// `PLATFORM-SOMETHING.json` in the folder that FOLKMOOT_CONTRACTS names. Without one nothing is
/// checked.
final class Contracts {

    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getenv("FOLKMOOT_CONTRACTS")).map(Path::of);
    private static final Map<String, List<OpenApiInteractionValidator>> KNOWN =
            new ConcurrentHashMap<>();
    private static final String NO_PATH = "validation.request.path.missing";
    private static final String NO_METHOD = "validation.request.operation.notAllowed";

    private Contracts() {}

    /// What is wrong with a request.
    ///
    /// @param usual the platform's own base address, as the connector has it; empty for none
    /// @param base the one that was used instead
    static List<String> wrong(String platform, String usual, String base, Vendor.Asked asked) {
        var contracts = of(platform);
        if (contracts.isEmpty()) {
            return List.of();
        }
        var request = request(usual, base, asked);
        return contracts.stream()
                .map(contract -> errors(contract, request))
                .min(
                        Comparator.<List<Message>>comparingInt(Contracts::strangeness)
                                .thenComparingInt(List::size))
                .orElseThrow()
                .stream()
                .map(m -> "%s %s: %s".formatted(asked.method(), asked.path(), m.getMessage()))
                .toList();
    }

    private static int strangeness(List<Message> errors) {
        return errors.stream().anyMatch(m -> m.getKey().equals(NO_PATH))
                ? 2
                : errors.stream().anyMatch(m -> m.getKey().equals(NO_METHOD)) ? 1 : 0;
    }

    private static List<Message> errors(OpenApiInteractionValidator contract, Request request) {
        return contract.validateRequest(request).getMessages().stream()
                .filter(m -> m.getLevel() == Level.ERROR)
                .toList();
    }

    private static Request request(String usual, String base, Vendor.Asked asked) {
        var path = asked.path().substring(path(base).length());
        var builder =
                new SimpleRequest.Builder(
                        Request.Method.valueOf(asked.method()), path(usual) + path);
        asked.query().forEach((name, values) -> builder.withQueryParam(name, values));
        new HashMap<>(asked.headers()).forEach((name, value) -> builder.withHeader(name, value));
        if (!asked.body().isEmpty()) {
            builder.withBody(asked.body());
        }
        return builder.build();
    }

    private static String path(String address) {
        return address.isEmpty()
                ? ""
                : Optional.ofNullable(URI.create(address).getPath())
                        .map(p -> p.replaceFirst("/+$", ""))
                        .orElse("");
    }

    private static List<OpenApiInteractionValidator> of(String platform) {
        return FOLDER.map(folder -> KNOWN.computeIfAbsent(platform, name -> read(folder, name)))
                .orElse(List.of());
    }

    private static List<OpenApiInteractionValidator> read(Path folder, String platform) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(platform + "(-.*)?\\.json"))
                    .sorted()
                    .map(
                            f ->
                                    OpenApiInteractionValidator.createForSpecificationUrl(
                                                    f.toUri().toString())
                                            .withLevelResolver(
                                                    LevelResolverFactory
                                                            .withAdditionalPropertiesIgnored())
                                            .build())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
