package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens for programs. */
@RestController
@OwnAccount
@RequestMapping("/api/profile/tokens")
@Tag(name = "identity")
class TokensController {

    private final Tokens tokens;
    private final Caller caller;

    TokensController(Tokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "One's own tokens that open something, the newest first")
    List<TokenView> tokens() {
        return tokens.of(caller.signedIn().orElseThrow().account());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a token for a program: Authorization: Bearer TOKEN. The secret is in this answer only")
    Tokens.Made makeToken(@RequestBody NewToken token) {
        return tokens.make(caller.signedIn().orElseThrow(), token);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes a token at once")
    void revokeToken(@PathVariable long id) {
        tokens.revoke(caller.signedIn().orElseThrow(), id);
    }
}
