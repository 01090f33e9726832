package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.command.Command;
import io.yuanqing.hj212.command.Direction;
import io.yuanqing.hj212.command.Shape;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of commands: names for screens, and what the centre can be asked to send. */
@RestController
@Tag(name = "access")
class CommandsController {

    /**
     * What a CN means. One CN can be several commands, by direction, content and ST.
     *
     * @param direction where its first packet goes: DOWN to the logger, UP to the centre
     * @param shape of its dialogue
     * @param systems the STs under which the CN means this; empty: any
     * @param editions the years of the editions that have it
     * @param group what the centre can be asked to send, by what it does; null: it cannot be asked for this
     */
    record CommandName(
            String cn,
            String command,
            Direction direction,
            Shape shape,
            List<String> systems,
            List<String> editions,
            @Nullable CommandGroup group,
            String nameZh,
            String nameEn) {

        static CommandName of(Command command) {
            return new CommandName(
                    command.cn(),
                    command.name(),
                    command.direction(),
                    command.shape(),
                    command.systems(),
                    command.editions().stream().map(Edition::year).toList(),
                    CommandGroup.of(command),
                    command.zh(),
                    command.en());
        }
    }

    private final List<CommandName> all =
            Arrays.stream(Command.values()).map(CommandName::of).toList();

    @GetMapping("/api/commands")
    @Operation(summary = "The commands of HJ 212 with their names, and which of them the centre can be asked to send")
    ResponseEntity<List<CommandName>> commands() {
        // Part of the program: it changes with a new version only.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(all);
    }
}
