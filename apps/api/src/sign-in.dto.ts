import { IsOptional, IsString, MaxLength } from 'class-validator';

/** The form of the sign-in page. */
export class SignInDto {
  @IsString()
  @MaxLength(100)
  username: string;

  @IsString()
  @MaxLength(1_000)
  password: string;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  next?: string;
}

export class SignInQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  next?: string;

  @IsOptional()
  @IsString()
  @MaxLength(5)
  lang?: string;
}
