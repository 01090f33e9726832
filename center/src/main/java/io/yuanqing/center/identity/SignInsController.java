package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who came in, and who was refused. */
@RestController
@Tag(name = "identity")
class SignInsController {

    private final SignIns signIns;

    SignInsController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/api/sign-ins")
    @Permit("identity.sign-ins")
    @Operation(summary = "Sign-ins of every account, refused ones too, the newest first")
    PageOf<SignIns.Line> signIns(
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return signIns.find(user, from, to, page, size);
    }
}
